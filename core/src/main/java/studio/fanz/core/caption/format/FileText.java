package studio.fanz.core.caption.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Bytes of a caption file as text, and lines of a text.
final class FileText {

    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,100}encoding=[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private FileText() {}

    static String decode(byte[] file) {
        if (starts(file, 0xFF, 0xFE)) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
        }
        if (starts(file, 0xFE, 0xFF)) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(file, declared(file));
        }
    }

    /// The lines of a text, ended by LF, CRLF or CR.
    static List<String> lines(String text) {
        return List.of(text.split("\r\n|\n|\r", -1));
    }

    /// The lines of a cue as files can hold them: a line break inside a line begins a new one.
    static List<String> cueLines(List<String> lines) {
        return lines.isEmpty()
                ? List.of("")
                : lines.stream()
                        .flatMap(line -> Stream.of(line.split("\r\n|\n|\r", -1)))
                        .toList();
    }

    private static Charset declared(byte[] file) {
        String head = new String(file, 0, Math.min(200, file.length), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(head);
        try {
            return matcher.find() ? Charset.forName(matcher.group(1)) : WESTERN;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return WESTERN;
        }
    }

    private static boolean starts(byte[] file, int first, int second) {
        return file.length >= 2 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }
}
