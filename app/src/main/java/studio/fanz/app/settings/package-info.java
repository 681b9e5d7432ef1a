/// The settings.
package studio.fanz.app.settings;
