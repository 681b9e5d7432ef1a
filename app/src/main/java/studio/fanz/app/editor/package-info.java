/// The Edit screen: transcript, preview, timeline, and the place for the inspector's tabs.
package studio.fanz.app.editor;
