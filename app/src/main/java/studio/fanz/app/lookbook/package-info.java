/// Pictures of every screen in its important states, from a lifelike library made at run time.
package studio.fanz.app.lookbook;
