package studio.fanz.app.lookbook;

import java.util.function.Consumer;
import java.util.function.Function;
import studio.fanz.app.shell.Desk;
import studio.fanz.app.theme.Theme;

/// A screen in one state.
///
/// @param name  of the file
/// @param build a workbench over a library, FX thread
/// @param act   brings it into the state
record Page(String name, Function<Theme, Desk> build, Consumer<Desk> act) {}
