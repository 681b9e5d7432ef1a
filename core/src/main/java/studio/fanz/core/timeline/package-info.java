/// The edit list: tracks of clips at exact frames, and the moves an editor knows. Pure; every function returns a new
/// timeline that keeps its rules or refuses.
package studio.fanz.core.timeline;
