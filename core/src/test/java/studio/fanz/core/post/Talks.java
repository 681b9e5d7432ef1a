package studio.fanz.core.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.caption.Segment;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.insight.ModelUse;

/// Transcripts as recognition gives them: a word takes 300 ms, a sentence is followed by a pause.
final class Talks {

    static final String GERMAN = """
            Hallo und herzlich willkommen in meiner Küche.
            Heute zeige ich euch, wie ihr ein richtig gutes Sauerteigbrot backt.
            Der Sauerteig braucht, ähm, drei Tage Ruhe an einem warmen Ort.
            Ich nehme immer Roggenmehl vom Hof nebenan und lauwarmes Wasser.
            Der größte Fehler ist, den Sauerteig in den Kühlschrank zu stellen.
            Nach dem Kneten kommt der Teig in den Gärkorb.
            Das Brot ist fertig, wenn es hohl klingt.
            Danke fürs Zuschauen und bis zum nächsten Mal!
            """;

    static final String SPANISH = """
            Hola, bienvenidos a mi taller de cerámica.
            Hoy os voy a enseñar cómo hacer una taza con vuestras propias manos.
            Primero, eh, amasamos la arcilla durante diez minutos para quitar el aire.
            La arcilla roja es más fácil de trabajar que la porcelana.
            El horno tiene que llegar a mil grados muy despacio.
            Si la taza se rompe en el horno, casi siempre es por el aire.
            Gracias por ver el vídeo.
            """;

    static final String JAPANESE = """
            こんにちは。
            今日は、手作りの味噌汁の作り方を紹介します。
            まず、昆布でだしを取ります。
            味噌は火を止めてから入れてください。
            """;

    static final String RAMBLING = """
            So, um, I was thinking about it and, uh, then it just happened.
            The the battery of my camera died in the middle of the wedding.
            I always carry two spare batteries since that wedding.
            A wedding photographer needs a backup for every camera.
            And that is it.
            """;

    private Talks() {}

    static Transcript sample() throws IOException {
        Path script =
                Path.of(System.getProperty("fanz.assets")).resolve("sample").resolve("script.txt");
        return of("en", Files.readString(script));
    }

    static Transcript of(String language, String text) {
        List<Segment> segments = new ArrayList<>();
        long at = 500;
        for (String line : text.strip().split("\n")) {
            List<Word> words = new ArrayList<>();
            for (String word : line.strip().split(" ")) {
                words.add(new Word(word, at, at + 280, 0.9));
                at += 300;
            }
            at += 600;
            segments.add(new Segment(
                    line, words.getFirst().startMs(), words.getLast().endMs(), words));
        }
        return new Transcript(language, 1, new ModelUse("test", "1", ""), segments, List.of());
    }
}
