/// The export tab: where to post, and the files for it.
package studio.fanz.app.export;
