/// The captions tab: every caption with its time, text and what is wrong with it.
package studio.fanz.app.captions;
