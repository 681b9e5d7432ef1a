/// What stands around the screens: rail, context bar, status, palette, sheets, toasts.
package studio.fanz.app.shell;
