package studio.fanz.app.session;

import studio.fanz.assets.Texts;
import studio.fanz.core.problem.StudioException;

/// Says what went wrong in the person's language.
///
/// @param texts the bundle `problems`
public record Problems(Texts texts) {

    /// What happened, to which thing.
    public String sentence(StudioException problem) {
        return texts.find(problem.code().id(), problem.arguments().toArray())
                .orElseGet(() -> problem.code().id());
    }

    /// What to do now; empty when there is nothing to say.
    public String hint(StudioException problem) {
        return texts.find(problem.code().id() + ".hint", problem.arguments().toArray())
                .orElse("");
    }
}
