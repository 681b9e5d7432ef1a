package studio.fanz.core.timeline.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.fanz.core.time.Rational;
import studio.fanz.core.timeline.format.EditList.Event;

/// Edit decision lists as CMX 3600 had them and every editor still reads: one line for each event with non-drop
/// timecodes, the file's name in a comment, speeds as `M2` lines. The format does not name its rate.
public final class Edl {

    private static final String NAME = "EDL";
    private static final String SHOWN = "* FROM CLIP NAME: ";
    private static final String EXACT = "* SPEED: ";
    private static final Pattern EVENT = Pattern.compile(
            "(\\d+)\\s+(\\S+)\\s+(\\S+)\\s+(C|D|W\\S*|K\\S*)(?:\\s+\\d+)?\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s*");
    private static final Pattern TIME = Pattern.compile("(\\d{1,3}):(\\d{2}):(\\d{2})[:;.](\\d{2,3})");
    private static final Pattern MOTION = Pattern.compile("M2\\s+\\S+\\s+(-?\\d{1,6}(?:\\.\\d{1,3})?)\\s.*");

    private Edl() {}

    /// Writes a list. Timecodes count frames of the rate rounded up to a whole number, none dropped.
    public static String write(EditList list) {
        int base = base(list.rate());
        StringBuilder text = new StringBuilder("TITLE: ").append(list.title()).append("\nFCM: NON-DROP FRAME\n\n");
        int number = 0;
        for (Event event : list.events()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%03d  AX       B     C        %s %s %s %s\n",
                    ++number,
                    time(event.in(), base),
                    time(event.out(), base),
                    time(event.at(), base),
                    time(event.at() + event.frames(), base)));
            if (!event.speed().equals(Rational.ONE)) {
                text.append(String.format(
                        Locale.ROOT,
                        "M2   AX       %05.1f                %s\n",
                        event.speed().times(list.rate()).toDouble(),
                        time(event.in(), base)));
                text.append(EXACT).append(event.speed()).append("\n");
            }
            text.append(SHOWN).append(event.source()).append("\n");
        }
        return text.toString();
    }

    /// Reads a list. Sound-only events and lines that are none of it are skipped; transitions are read as cuts.
    ///
    /// @param rate frames per second of the list's timecodes
    /// @throws EditListException NO_EVENTS, or DAMAGED when events overlap or run backwards
    public static EditList read(String text, Rational rate) throws EditListException {
        int base = base(rate);
        String title = "";
        List<Event> events = new ArrayList<>();
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            Matcher event = EVENT.matcher(line);
            if (line.startsWith("TITLE:")) {
                title = line.substring(6).strip();
            } else if (event.matches()
                    && !event.group(3).startsWith("A")
                    && !event.group(3).startsWith("NONE")) {
                add(events, event, base);
            } else if (!events.isEmpty() && line.startsWith(SHOWN.strip())) {
                Event last = events.removeLast();
                String name = line.substring(SHOWN.length() - 1).strip();
                events.add(new Event(name, last.in(), last.at(), last.frames(), last.speed()));
            } else if (!events.isEmpty()
                    && (line.startsWith(EXACT.strip()) || MOTION.matcher(line).matches())) {
                Event last = events.removeLast();
                events.add(new Event(last.source(), last.in(), last.at(), last.frames(), speed(line, rate, last)));
            }
        }
        if (events.isEmpty()) {
            throw new EditListException(EditListException.Code.NO_EVENTS, NAME, "no line of it is an event");
        }
        try {
            return new EditList(title, rate, events);
        } catch (IllegalArgumentException e) {
            throw new EditListException(EditListException.Code.DAMAGED, NAME, String.valueOf(e.getMessage()));
        }
    }

    private static void add(List<Event> events, Matcher line, int base) throws EditListException {
        long in = frames(line.group(5), base);
        long at = frames(line.group(7), base);
        long until = frames(line.group(8), base);
        if (until == at) {
            // The first half of a transition's pair of lines lasts no time.
            return;
        }
        try {
            events.add(new Event(line.group(2), in, at, until - at, Rational.ONE));
        } catch (IllegalArgumentException e) {
            throw new EditListException(
                    EditListException.Code.DAMAGED, NAME, "event " + line.group(1) + ": " + e.getMessage());
        }
    }

    /// Ours says the fraction; others a number of frames per second.
    private static Rational speed(String line, Rational rate, Event last) {
        try {
            if (line.startsWith(EXACT.strip())) {
                Rational exact =
                        Rational.parse(line.substring(EXACT.length() - 1).strip());
                return exact.num() > 0 ? exact : last.speed();
            }
            Matcher motion = MOTION.matcher(line);
            if (motion.matches()) {
                double speed = Double.parseDouble(motion.group(1)) / rate.toDouble();
                long thousandths = Math.round(speed * 1000);
                return thousandths > 0 ? new Rational(thousandths, 1000) : last.speed();
            }
        } catch (NumberFormatException | ArithmeticException none) {
            // A comment that only looks like ours.
        }
        return last.speed();
    }

    private static long frames(String text, int base) throws EditListException {
        Matcher m = TIME.matcher(text);
        if (!m.matches()) {
            throw new EditListException(EditListException.Code.DAMAGED, NAME, "\"" + text + "\" is no timecode");
        }
        long seconds = Long.parseLong(m.group(1)) * 3600 + Long.parseLong(m.group(2)) * 60 + Long.parseLong(m.group(3));
        return seconds * base + Long.parseLong(m.group(4));
    }

    private static String time(long frames, int base) {
        long seconds = frames / base;
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60, frames % base);
    }

    /// 29.97 is counted in thirties.
    private static int base(Rational rate) {
        return (int) Math.max(1, -Math.floorDiv(-rate.num(), rate.den()));
    }
}
