/// Tables as text: reading RFC 4180.
package studio.fanz.core.csv;
