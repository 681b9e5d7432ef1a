/// Cut lists as other editors write and read them, as pure functions between text and [EditList].
package studio.fanz.core.timeline.format;
