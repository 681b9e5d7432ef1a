package studio.fanz.app.shell;

import javafx.scene.input.KeyCombination;
import studio.fanz.assets.Texts;

/// Keys as people read them.
final class Keys {

    private Keys() {}

    /// `Ctrl K` (`⌘K` on a Mac) for `Shortcut+K`.
    static String shown(String keys, Texts texts) {
        if (keys.equals("Slash") || keys.equals("Shift+Slash")) {
            return "?";
        }
        String name = KeyCombination.keyCombination(keys).getDisplayText();
        return name.replaceAll("\\+(?=.)", " ").replace("Space", texts.get("key.space"));
    }
}
