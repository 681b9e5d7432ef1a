/// The first screen: what needs the person, where to carry on, and where to drop a recording.
package studio.fanz.app.today;
