/// Colours, fonts and style sheets.
package studio.fanz.app.theme;
