package studio.fanz.app.lookbook;

/// Words as they would look in a language that needs more room: accented and forty per cent longer, placeholders
/// kept.
final class Stretched {

    private static final String PLAIN = "aeiouAEIOUnc";
    private static final String ACCENTED = "áéïöûÁÉÏÖÛñç";

    private Stretched() {}

    static String text(String sentence) {
        var longer = new StringBuilder();
        int depth = 0;
        int letters = 0;
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            int at = depth == 0 ? PLAIN.indexOf(c) : -1;
            longer.append(at < 0 ? c : ACCENTED.charAt(at));
            letters++;
            // Doubling two vowels in five letters makes a word about forty per cent longer.
            if (at >= 0 && at < 10 && letters % 5 != 0) {
                longer.append(ACCENTED.charAt(at));
            }
        }
        return longer.toString();
    }
}
