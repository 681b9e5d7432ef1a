package studio.fanz.media.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.store.DraftFile;
import studio.fanz.core.store.StoreException;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.probe.Prober;

/// A JPEG for targets that take pictures: the frame at the start of the moment (or the picture itself), as fine as the
/// target's size bound lets it be.
///
/// @param maker  makes it
/// @param prober reads it again
record StillExport(RenditionMaker maker, Prober prober) {

    /// MJPEG quantisers from finest to the last that looks good.
    private static final int[] QUANTISERS = {2, 3, 5, 8, 12, 17, 24, 31};

    /// @throws MediaException TARGET_REFUSED when even the coarsest is too large, CHECK_FAILED
    Rendition make(Order order, DraftFile draft, long began, JobContext job) throws MediaException, StoreException {
        for (int quantiser : QUANTISERS) {
            maker.still(order, quantiser, draft.file(), job);
            MediaFacts facts = prober.probe(draft.file(), job);
            if (facts.sizeBytes() <= order.spec().maxBytes()) {
                List<Rendition.Check> checks = checks(order, facts);
                demand(order, checks);
                draft.publish();
                return report(order, facts, checks, began);
            }
        }
        String name = String.valueOf(order.request().target().getFileName());
        throw new MediaException(
                Code.TARGET_REFUSED,
                name,
                "it stays larger than " + order.spec().maxBytes() + " bytes");
    }

    private static List<Rendition.Check> checks(Order order, MediaFacts facts) {
        String wanted =
                order.spec().picture().width() + "x" + order.spec().picture().height();
        String found = facts.video().map(v -> v.width() + "x" + v.height()).orElse("none");
        long size = facts.sizeBytes();
        return List.of(
                new Rendition.Check("picture", found.equals(wanted), found, wanted),
                new Rendition.Check(
                        "size", true, size + " bytes", "≤ " + order.spec().maxBytes() + " bytes"));
    }

    private static void demand(Order order, List<Rendition.Check> checks) throws MediaException {
        for (Rendition.Check check : checks) {
            if (!check.passed()) {
                String name = String.valueOf(order.request().target().getFileName());
                throw new MediaException(
                        Code.CHECK_FAILED, name, check.name() + " is " + check.measured() + ", not " + check.wanted());
            }
        }
    }

    private static Rendition report(Order order, MediaFacts facts, List<Rendition.Check> checks, long began) {
        List<String> notes = new ArrayList<>(order.spec().notes());
        if (order.video().dynamicRange() != VideoFacts.DynamicRange.SDR) {
            notes.add("tone-mapped");
        }
        return new Rendition(
                order.request().name(),
                order.spec().targets(),
                "mjpeg",
                "",
                facts,
                order.spec().moment(),
                order.picture().framing(),
                "none",
                Optional.empty(),
                Optional.empty(),
                checks,
                notes,
                (System.nanoTime() - began) / 1_000_000);
    }
}
