package studio.fanz.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import studio.fanz.core.edit.Edit;
import studio.fanz.core.edit.TimelineEdit;
import studio.fanz.core.project.Project;

/// Edits and projects as JSON with `type` and `v`, for the journal and for sync.
public final class EditJson {

    private static final int VERSION = 1;
    private static final Map<String, Class<? extends Edit>> TYPES = Map.ofEntries(
            Map.entry("set-cues", Edit.SetCues.class),
            Map.entry("change-cue", Edit.ChangeCue.class),
            Map.entry("choose-cover", Edit.ChooseCover.class),
            Map.entry("set-title", Edit.SetTitle.class),
            Map.entry("set-moment", Edit.SetMoment.class),
            Map.entry("set-framing", Edit.SetFraming.class),
            Map.entry("compound", Edit.Compound.class),
            Map.entry("restore", Edit.Restore.class),
            Map.entry("set-timeline", Edit.SetTimeline.class),
            Map.entry("insert", TimelineEdit.Insert.class),
            Map.entry("overwrite", TimelineEdit.Overwrite.class),
            Map.entry("delete", TimelineEdit.Delete.class),
            Map.entry("ripple-delete", TimelineEdit.RippleDelete.class),
            Map.entry("trim", TimelineEdit.Trim.class),
            Map.entry("roll", TimelineEdit.Roll.class),
            Map.entry("slip", TimelineEdit.Slip.class),
            Map.entry("slide", TimelineEdit.Slide.class),
            Map.entry("split", TimelineEdit.Split.class),
            Map.entry("join", TimelineEdit.Join.class),
            Map.entry("move", TimelineEdit.Move.class),
            Map.entry("set-links", TimelineEdit.SetLinks.class),
            Map.entry("set-clip", TimelineEdit.SetClip.class),
            Map.entry("set-speed", TimelineEdit.SetSpeed.class),
            Map.entry("set-title-text", TimelineEdit.SetTitleText.class),
            Map.entry("set-markers", TimelineEdit.SetMarkers.class),
            Map.entry("patch", TimelineEdit.Patch.class),
            Map.entry("add-track", TimelineEdit.AddTrack.class),
            Map.entry("remove-track", TimelineEdit.RemoveTrack.class),
            Map.entry("set-track", TimelineEdit.SetTrack.class));
    private static final Map<Class<? extends Edit>, String> NAMES =
            TYPES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private EditJson() {}

    /// The edit as an object.
    public static ObjectNode write(Edit edit) {
        String type = Objects.requireNonNull(NAMES.get(edit.getClass()), "an edit without a name");
        return switch (edit) {
            case Edit.Compound(var label, var edits) -> {
                ObjectNode json =
                        Json.object().put("type", type).put("v", VERSION).put("label", label);
                edits.stream().map(EditJson::write).forEach(json.putArray("edits")::add);
                yield json;
            }
            default -> typed(type, edit);
        };
    }

    /// The edit back.
    ///
    /// @throws IllegalArgumentException when it is of a kind or version this program does not know
    public static Edit read(JsonNode json) {
        Class<? extends Edit> type = TYPES.get(json.path("type").asText());
        if (type == null || json.path("v").asInt() > VERSION) {
            throw new IllegalArgumentException("made by a newer version: " + json.path("type") + " " + json.path("v"));
        }
        if (type.equals(Edit.Compound.class)) {
            var edits = new ArrayList<Edit>();
            json.path("edits").forEach(edit -> edits.add(read(edit)));
            return new Edit.Compound(json.path("label").asText(), edits);
        }
        return Json.as(json, type);
    }

    /// A project's snapshot.
    public static ObjectNode write(Project project) {
        return typed("project", project);
    }

    /// A project out of its snapshot.
    ///
    /// @throws IllegalArgumentException when it is not one or of a newer version
    public static Project readProject(JsonNode json) {
        if (!json.path("type").asText().equals("project") || json.path("v").asInt() > VERSION) {
            throw new IllegalArgumentException("made by a newer version: " + json.path("type") + " " + json.path("v"));
        }
        return Json.as(json, Project.class);
    }

    private static ObjectNode typed(String type, Object value) {
        ObjectNode json = Json.object();
        json.put("type", type).put("v", VERSION);
        json.setAll(Json.tree(value));
        return json;
    }
}
