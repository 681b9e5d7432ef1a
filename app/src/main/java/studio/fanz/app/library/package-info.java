/// The library: everything there is, to look through, search and open.
package studio.fanz.app.library;
