package studio.fanz.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import studio.fanz.core.edit.Edit;
import studio.fanz.core.edit.Edit.ChangeCue;
import studio.fanz.core.edit.Edit.ChooseCover;
import studio.fanz.core.edit.Edit.SetCues;
import studio.fanz.core.edit.Edit.SetKeeps;
import studio.fanz.core.edit.Edit.SetMoment;
import studio.fanz.core.edit.Edit.SetTitle;
import studio.fanz.core.project.Project;

/// Edits and projects as JSON with `type` and `v`, for the journal and for sync.
public final class EditJson {

    private static final int VERSION = 1;
    private static final Map<String, Class<? extends Edit>> TYPES = Map.of(
            "set-cues", SetCues.class,
            "change-cue", ChangeCue.class,
            "choose-cover", ChooseCover.class,
            "set-title", SetTitle.class,
            "set-keeps", SetKeeps.class,
            "set-moment", SetMoment.class);

    private EditJson() {}

    /// The edit as an object.
    public static ObjectNode write(Edit edit) {
        return typed(typeOf(edit), edit);
    }

    /// The edit back.
    ///
    /// @throws IllegalArgumentException when it is of a kind or version this program does not know
    public static Edit read(JsonNode json) {
        Class<? extends Edit> type = TYPES.get(json.path("type").asText());
        if (type == null || json.path("v").asInt() > VERSION) {
            throw new IllegalArgumentException("made by a newer version: " + json.path("type") + " " + json.path("v"));
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

    private static String typeOf(Edit edit) {
        return switch (edit) {
            case SetCues _ -> "set-cues";
            case ChangeCue _ -> "change-cue";
            case ChooseCover _ -> "choose-cover";
            case SetTitle _ -> "set-title";
            case SetKeeps _ -> "set-keeps";
            case SetMoment _ -> "set-moment";
        };
    }
}
