/// The review tab: what was found, and what could not be checked.
package studio.fanz.app.review;
