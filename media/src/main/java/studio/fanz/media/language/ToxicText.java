package studio.fanz.media.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelFolder;

/// How insulting an English text reads, by a table of words: TF-IDF into five calibrated linear models
/// (`toxic_en_v1.bin.gz`, from alt-profanity-check). A hint: it sees words, not meaning. Immutable; any thread.
public final class ToxicText {

    private static final String FILE = "toxic_en_v1.bin.gz";
    private static final int MAGIC = 0x43535458;

    private final double[] offsets;
    private final Map<String, Term> terms;
    private final ModelUse use;

    private ToxicText(double[] offsets, Map<String, Term> terms, ModelUse use) {
        this.offsets = offsets;
        this.terms = terms;
        this.use = use;
    }

    private record Term(float idf, float[] weights) {}

    /// Reads the table (half a megabyte).
    ///
    /// @throws MediaException MODEL_MISSING, MODEL_CORRUPT
    public static ToxicText load(ModelFolder folder) throws MediaException {
        Path file = folder.file(FILE);
        try (InputStream raw = Files.newInputStream(file);
                var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(raw)))) {
            if (in.readInt() != MAGIC || in.readInt() != 1) {
                throw new MediaException(MediaException.Code.MODEL_CORRUPT, FILE, "not a word table of version 1");
            }
            double[] offsets = new double[in.readInt()];
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = in.readDouble();
            }
            return new ToxicText(
                    offsets, readTerms(in, offsets.length), folder.entry(FILE).use());
        } catch (IOException e) {
            throw new MediaException(MediaException.Code.MODEL_CORRUPT, FILE, String.valueOf(e.getMessage()), e);
        }
    }

    private static Map<String, Term> readTerms(DataInputStream in, int folds) throws IOException {
        int count = in.readInt();
        Map<String, Term> terms = HashMap.newHashMap(count);
        for (int n = 0; n < count; n++) {
            String word = in.readUTF();
            float idf = in.readFloat();
            float[] weights = new float[folds];
            for (int i = 0; i < folds; i++) {
                weights[i] = in.readFloat();
            }
            terms.put(word, new Term(idf, weights));
        }
        return terms;
    }

    /// What a finding names as its source.
    public ModelUse use() {
        return use;
    }

    /// Whether the table knows a (lower-case) word.
    public boolean knows(String word) {
        return terms.containsKey(word);
    }

    /// 0..1, higher is more insulting.
    public double score(String text) {
        return score(tokens(text));
    }

    /// The same for words already cut by [#tokens].
    public double score(List<String> tokens) {
        Map<String, Double> weighed = new HashMap<>();
        for (String token : tokens) {
            Term term = terms.get(token);
            if (term != null) {
                weighed.merge(token, (double) term.idf(), Double::sum);
            }
        }
        double norm =
                Math.sqrt(weighed.values().stream().mapToDouble(x -> x * x).sum());
        double sum = 0;
        for (int fold = 0; fold < offsets.length; fold++) {
            double logit = offsets[fold];
            for (var entry : weighed.entrySet()) {
                logit += entry.getValue() / norm * weight(entry.getKey(), fold);
            }
            sum += 1 / (1 + Math.exp(logit));
        }
        return sum / offsets.length;
    }

    private double weight(String word, int fold) {
        Term term = terms.get(word);
        return term == null ? 0 : term.weights()[fold];
    }

    /// Lower-case runs of letters, numbers and `_` by code point, two or longer.
    public static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (isWordPart(c)) {
                run.appendCodePoint(c);
            } else {
                take(run, tokens);
            }
        });
        take(run, tokens);
        return tokens;
    }

    private static void take(StringBuilder run, List<String> tokens) {
        if (run.codePointCount(0, run.length()) >= 2) {
            tokens.add(run.toString());
        }
        run.setLength(0);
    }

    private static boolean isWordPart(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c)
                || c == '_'
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
