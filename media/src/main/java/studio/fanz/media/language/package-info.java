/// What is said and written, looked at before others hear and read it: insults and profanity, as hints only.
package studio.fanz.media.language;
