package studio.fanz.core.caption.format;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;

/// TTML of any profile and namespace year: times on paragraphs, on spans or inherited from `div` and `body`,
/// clock times, frames and ticks, `br`, blanks preserved or not. Styles and regions are dropped. Document types
/// and external entities are off.
final class TtmlReader {

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\r]+");
    private static final long OPEN_END = Long.MAX_VALUE;

    private final XMLStreamReader xml;
    private final List<Cue> cues = new ArrayList<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private TtmlTime time = new TtmlTime(30, 1);
    private String language = "";

    /// An element on the way down.
    ///
    /// @param name      local name
    /// @param beginMs   when it begins, its parents' times added
    /// @param endMs     when it ends; [#OPEN_END] when nothing says
    /// @param text      where its text goes; null outside paragraphs
    /// @param ownsText  whether that is a cue of its own
    /// @param preserves whether blanks are kept
    private record Element(
            String name, long beginMs, long endMs, @Nullable StringBuilder text, boolean ownsText, boolean preserves) {}

    private TtmlReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    static Captions read(String text) throws CaptionFormatException {
        try {
            TtmlReader reader = new TtmlReader(factory().createXMLStreamReader(new StringReader(text)));
            boolean isTtml = reader.readAll();
            if (!isTtml) {
                throw new CaptionFormatException(
                        CaptionFormatException.Code.NO_CAPTIONS, CaptionFormat.TTML, "no tt element");
            }
            return CueClock.captions(reader.language, reader.cues);
        } catch (XMLStreamException e) {
            throw new CaptionFormatException(
                    CaptionFormatException.Code.DAMAGED, CaptionFormat.TTML, String.valueOf(e.getMessage()), e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, uri, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        return factory;
    }

    private boolean readAll() throws XMLStreamException {
        boolean isTtml = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    isTtml = isTtml || xml.getLocalName().equals("tt");
                    start();
                }
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA -> text();
                default -> {
                    // Comments and processing instructions say nothing on the screen.
                }
            }
        }
        return isTtml;
    }

    private void start() {
        String name = xml.getLocalName();
        Element parent = open.peek();
        if (name.equals("tt")) {
            time = new TtmlTime(frameRate(), Math.max(1, number("tickRate", frameRate())));
            language = attribute("lang");
        }
        long from = parent == null ? 0 : parent.beginMs();
        long until = parent == null ? OPEN_END : parent.endMs();
        OptionalLong begin = time.millis(attribute("begin"));
        OptionalLong end = time.millis(attribute("end"));
        OptionalLong duration = time.millis(attribute("dur"));
        long beginMs = from + begin.orElse(0);
        long endMs = end.isPresent() ? from + end.getAsLong() : until;
        endMs = duration.isPresent() ? Math.min(endMs, beginMs + duration.getAsLong()) : endMs;
        boolean timedSpan = name.equals("span") && (begin.isPresent() || end.isPresent() || duration.isPresent());
        boolean owns = name.equals("p") || (timedSpan && parent != null && parent.text() != null);
        StringBuilder inherited = parent == null || isMetadata() ? null : parent.text();
        open.push(new Element(name, beginMs, endMs, owns ? new StringBuilder() : inherited, owns, preserves(parent)));
        if (name.equals("br") && inherited != null) {
            inherited.append('\n');
        }
    }

    private void end() {
        Element element = open.pop();
        StringBuilder text = element.text();
        if (!element.ownsText() || text == null || element.endMs() == OPEN_END) {
            return;
        }
        List<String> lines = List.of(text.toString().split("\n", -1));
        if (!element.preserves()) {
            lines = lines.stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
        if (!lines.isEmpty()) {
            cues.add(CueClock.cue(element.beginMs(), element.endMs(), lines));
        }
    }

    private void text() {
        Element element = open.peek();
        if (element == null || element.text() == null) {
            return;
        }
        // A line break in the file is no line break on the screen.
        String raw = xml.getText();
        element.text()
                .append(
                        element.preserves()
                                ? raw.replace('\n', ' ')
                                : BLANKS.matcher(raw).replaceAll(" "));
    }

    private boolean isMetadata() {
        String uri = xml.getNamespaceURI();
        return uri != null && uri.toLowerCase(Locale.ROOT).contains("metadata");
    }

    private boolean preserves(@Nullable Element parent) {
        String space = attribute("space");
        return space.isEmpty() ? parent != null && parent.preserves() : space.equals("preserve");
    }

    private double frameRate() {
        double rate = Math.max(1, number("frameRate", 30));
        String[] multiplier = attribute("frameRateMultiplier").strip().split("[ :]+");
        boolean fraction = multiplier.length == 2
                && multiplier[0].matches("\\d{1,6}")
                && multiplier[1].matches("\\d{1,6}")
                && Integer.parseInt(multiplier[0]) > 0
                && Integer.parseInt(multiplier[1]) > 0;
        return fraction ? rate * Integer.parseInt(multiplier[0]) / Integer.parseInt(multiplier[1]) : rate;
    }

    private double number(String attribute, double otherwise) {
        String text = attribute(attribute).strip();
        return text.matches("\\d{1,12}") ? Double.parseDouble(text) : otherwise;
    }

    /// The attribute of that local name in any namespace; empty when there is none.
    private String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }
}
