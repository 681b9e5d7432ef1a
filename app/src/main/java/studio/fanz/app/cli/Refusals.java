package studio.fanz.app.cli;

import studio.fanz.core.platform.RenditionPlan;
import studio.fanz.media.MediaException;

/// A target that gets no file, as a problem with its way out.
final class Refusals {

    private Refusals() {}

    static MediaException problem(RenditionPlan.Refusal refusal, String file) {
        if (refusal.moment().isPresent()) {
            return new MediaException(MediaException.Code.MOMENT_NEEDED, file, refusal.target());
        }
        String reason = refusal.target() + ", " + refusal.finding().code() + " "
                + refusal.finding().measured();
        return new MediaException(MediaException.Code.TARGET_REFUSED, file, reason);
    }
}
