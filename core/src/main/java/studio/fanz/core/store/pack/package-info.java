/// Projects as one file that can be carried elsewhere: `NAME.fanzproject`.
package studio.fanz.core.store.pack;
