/// The cover tab: three proposals with their scores.
package studio.fanz.app.covers;
