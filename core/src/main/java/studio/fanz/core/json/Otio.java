package studio.fanz.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.time.Rational;
import studio.fanz.core.timeline.format.EditList;
import studio.fanz.core.timeline.format.EditList.Event;
import studio.fanz.core.timeline.format.EditListException;
import studio.fanz.core.timeline.format.EditListException.Code;

/// Cut lists as OpenTimelineIO's JSON (`Timeline.1` of one video track with `Clip.2` and `Gap.1`). Times there are
/// floating-point numbers with a rate; what we write keeps the exact fractions beside them as metadata.
public final class Otio {

    private static final String NAME = "OTIO";
    private static final String OURS = "fanz";

    private Otio() {}

    /// Writes a list.
    public static String write(EditList list) {
        ObjectNode timeline = object("Timeline.1", list.title());
        ours(timeline).put("rate", list.rate().toString());
        ObjectNode stack = object("Stack.1", "tracks");
        ObjectNode track = object("Track.1", "V1").put("kind", "Video");
        ArrayNode children = track.putArray("children");
        long at = 0;
        for (Event event : list.events()) {
            if (event.at() > at) {
                ObjectNode gap = object("Gap.1", "");
                gap.set("source_range", range(0, event.at() - at, list.rate()));
                children.add(gap);
            }
            children.add(clip(event, list.rate()));
            at = event.at() + event.frames();
        }
        stack.putArray("children").add(track);
        timeline.set("tracks", stack);
        return Json.pretty(timeline);
    }

    private static ObjectNode clip(Event event, Rational rate) {
        ObjectNode clip = object("Clip.2", event.source());
        clip.set("source_range", range(event.in(), event.frames(), rate));
        if (!event.speed().equals(Rational.ONE)) {
            ObjectNode warp = object("LinearTimeWarp.1", "").put("effect_name", "LinearTimeWarp");
            warp.put("time_scalar", event.speed().toDouble());
            ours(warp).put("speed", event.speed().toString());
            clip.putArray("effects").add(warp);
        }
        ObjectNode media = object("ExternalReference.1", event.source()).put("target_url", event.source());
        clip.putObject("media_references").set("DEFAULT_MEDIA", media);
        return clip.put("active_media_reference_key", "DEFAULT_MEDIA");
    }

    private static ObjectNode object(String schema, String name) {
        return Json.object().put("OTIO_SCHEMA", schema).put("name", name);
    }

    private static ObjectNode ours(ObjectNode of) {
        return of.putObject("metadata").putObject(OURS);
    }

    private static ObjectNode range(long start, long frames, Rational rate) {
        ObjectNode range = Json.object().put("OTIO_SCHEMA", "TimeRange.1");
        range.set("start_time", time(start, rate));
        range.set("duration", time(frames, rate));
        return range;
    }

    private static ObjectNode time(long frames, Rational rate) {
        return Json.object()
                .put("OTIO_SCHEMA", "RationalTime.1")
                .put("rate", rate.toDouble())
                .put("value", (double) frames);
    }

    /// Reads the first video track of a timeline, the first track when none is one. Transitions are left out.
    ///
    /// @param rate frames per second of the list that is wanted; times at other rates are rounded to it. What we
    ///             wrote ourselves keeps its own
    /// @throws EditListException NO_EVENTS, DAMAGED
    public static EditList read(String text, Rational rate) throws EditListException {
        try {
            JsonNode timeline = Json.parse(text);
            JsonNode said = timeline.path("metadata").path(OURS).path("rate");
            Rational own = said.isTextual() ? Rational.parse(said.asText()) : rate;
            List<Event> events = new ArrayList<>();
            long at = 0;
            for (JsonNode child : track(timeline).path("children")) {
                String schema = child.path("OTIO_SCHEMA").asText();
                JsonNode range = child.path("source_range");
                if (schema.startsWith("Transition.")) {
                    continue;
                }
                long frames = frames(range.path("duration"), own);
                if (schema.startsWith("Clip.") && frames > 0) {
                    long in = frames(range.path("start_time"), own);
                    events.add(new Event(source(child), in, at, frames, speed(child)));
                }
                at = Math.addExact(at, Math.max(0, frames));
            }
            if (events.isEmpty()) {
                throw new EditListException(Code.NO_EVENTS, NAME, "its tracks hold no clips");
            }
            return new EditList(timeline.path("name").asText(""), own, events);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new EditListException(Code.DAMAGED, NAME, String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode track(JsonNode timeline) {
        JsonNode tracks = timeline.path("tracks").path("children");
        for (JsonNode track : tracks) {
            if (track.path("kind").asText().equals("Video")) {
                return track;
            }
        }
        return tracks.path(0);
    }

    private static String source(JsonNode clip) {
        String key = clip.path("active_media_reference_key").asText("DEFAULT_MEDIA");
        JsonNode media = clip.path("media_references").path(key);
        String url = (media.isMissingNode() ? clip.path("media_reference") : media)
                .path("target_url")
                .asText("");
        String name = url.substring(url.lastIndexOf('/') + 1);
        return name.isEmpty() ? clip.path("name").asText("") : name;
    }

    private static Rational speed(JsonNode clip) {
        for (JsonNode effect : clip.path("effects")) {
            JsonNode exact = effect.path("metadata").path(OURS).path("speed");
            Optional<Rational> speed = exact.isTextual()
                    ? Optional.of(Rational.parse(exact.asText()))
                    : Optional.of(effect.path("time_scalar").asDouble(1))
                            .map(scalar -> new Rational(Math.round(scalar * 1000), 1000));
            if (effect.path("OTIO_SCHEMA").asText().startsWith("LinearTimeWarp.")
                    && speed.get().num() > 0) {
                return speed.get();
            }
        }
        return Rational.ONE;
    }

    private static long frames(JsonNode time, Rational rate) {
        double own = time.path("rate").asDouble(rate.toDouble());
        double frames = time.path("value").asDouble(0) * (own > 0 ? rate.toDouble() / own : 1);
        if (!(Math.abs(frames) < 1e12)) {
            throw new IllegalArgumentException("a time out of range");
        }
        return Math.round(frames);
    }
}
