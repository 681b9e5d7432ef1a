package studio.fanz.media.cut;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.project.Rendition;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;

/// One cut while it is made.
final class CutWork {

    private final CutRequest request;
    private final Container container;
    private final List<Source> sources;
    private final List<Optional<VideoFacts>> facts;
    private final List<Piece> wanted;
    private final Splicer.Table table;
    private final OutsideEncoders outside;
    private final PartShelf shelf;
    private final Path draft;

    /// @param facts what a probe says of each source, where it was asked
    /// @param shelf where encoded parts go
    /// @param draft the file to write
    CutWork(
            CutRequest request,
            Container container,
            List<Source> sources,
            List<Optional<VideoFacts>> facts,
            Splicer.Table table,
            OutsideEncoders outside,
            PartShelf shelf,
            Path draft)
            throws MediaException {
        this.request = request;
        this.container = container;
        this.sources = sources;
        this.facts = facts;
        this.table = table;
        this.outside = outside;
        this.shelf = shelf;
        this.draft = draft;
        this.wanted = wanted();
    }

    private List<Piece> wanted() throws MediaException {
        List<Piece> pieces = new ArrayList<>();
        for (int s = 0; s < sources.size(); s++) {
            Source source = sources.get(s);
            pieces.addAll(new KeptPieces(source.name(), source.grid()).of(s, s == 0 ? request.keeps() : List.of()));
        }
        return pieces;
    }

    /// A draft that was written and read again.
    record Made(
            CutPlan plan,
            PictureLayout layout,
            List<Cut.KeptSound> sound,
            List<Rendition.Check> checks,
            List<String> notes) {}

    CutRequest request() {
        return request;
    }

    List<Source> sources() {
        return sources;
    }

    List<Piece> wantedPieces() {
        return wanted;
    }

    /// Makes the draft.
    Made make(CutMode mode, int step) throws MediaException {
        return make(planner().plan(wanted, mode, step), mode == CutMode.ENCODE);
    }

    /// Makes the draft again without copying anything of the picture.
    Made makeWhole(int step) throws MediaException {
        return make(planner().whole(wanted, Part.Reason.CHECK_FAILED, step), true);
    }

    private CutPlanner planner() {
        return new CutPlanner(sources, facts, container, outside);
    }

    private Made make(CutPlan plan, boolean encodeSound) throws MediaException {
        SetNumbers numbers = new SetNumbers(sources.getFirst().track(), plan);
        List<MadePart> encoded = encode(plan, numbers);
        PictureLayout layout = PictureLayout.of(sources, plan, encoded);
        Splicer.TrackOrder picture = layout.order(numbers.config(), plan.whole());
        List<SoundLayout.Stretch> stretches = stretches(plan, layout);
        CutTracks tracks = new CutTracks(container, table, stretches, shelf);
        tracks.lay(encodeSound);
        List<Splicer.TrackOrder> all = new ArrayList<>(List.of(picture));
        all.addAll(tracks.all());
        table.join(new Splicer.JoinOrder(
                draft, container.format(), request.source(), all, new TextLayout(stretches).chapters()));
        CutCheck check = new CutCheck(layout, picture, table.read(draft));
        check.packets(sameBytes());
        check.edges(table);
        check.sound(tracks.sounds());
        return new Made(plan, layout, tracks.kept(), check.all(), tracks.notes());
    }

    /// Between containers of one family packets stay as they are.
    private boolean sameBytes() {
        Optional<Container> from = Container.of(request.source());
        return from.isPresent() && from.get() != Container.TS && container != Container.TS;
    }

    private List<MadePart> encode(CutPlan plan, SetNumbers numbers) throws MediaException {
        List<MadePart> all = new ArrayList<>();
        for (CutPlan.Planned planned : plan.pieces()) {
            for (Part part : planned.parts()) {
                if (part instanceof Part.Encoded encoded) {
                    all.add(encode(planned, encoded, plan, numbers));
                }
            }
        }
        return all;
    }

    private MadePart encode(CutPlan.Planned planned, Part.Encoded part, CutPlan plan, SetNumbers numbers)
            throws MediaException {
        EdgeCodec codec = plan.edges().orElseThrow();
        Source source = sources.get(planned.piece().source());
        while (true) {
            MadePart made = shelf.frames(
                    table,
                    new Splicer.FrameOrder(
                            source.reel().file(),
                            source.track().index(),
                            part.from(),
                            part.to(),
                            codec.encoder(),
                            codec.options(),
                            planned.filters(),
                            sources.getFirst().track().timebase(),
                            numbers.ids(),
                            numbers.lengths(),
                            source.frames(part.from(), part.to()),
                            Path.of(""),
                            Path.of("")));
            refuseHoles(source, part, made);
            if (numbers.take(made.encoded())) {
                return made;
            }
        }
    }

    /// Only where the rate is changed may there be more or fewer frames than the recording says.
    private static void refuseHoles(Source source, Part.Encoded part, MadePart made) throws MediaException {
        int wanted = source.frames(part.from(), part.to());
        int found = made.encoded().times().length;
        if (part.reason() != Part.Reason.UNLIKE_FIRST && found != wanted) {
            throw new MediaException(
                    Code.DAMAGED,
                    source.name(),
                    "it says it has " + wanted + " frames there, but only " + found + " can be decoded");
        }
    }

    private List<SoundLayout.Stretch> stretches(CutPlan plan, PictureLayout layout) {
        List<SoundLayout.Stretch> stretches = new ArrayList<>();
        Source first = sources.getFirst();
        for (int p = 0; p < plan.pieces().size(); p++) {
            Piece piece = plan.pieces().get(p).piece();
            Source source = sources.get(piece.source());
            long end = p + 1 < plan.pieces().size() ? layout.starts().get(p + 1) : layout.length();
            var in = source.seconds(piece.in());
            var length = first.seconds(end - layout.starts().get(p));
            stretches.add(new SoundLayout.Stretch(
                    source.reel(),
                    in,
                    in.plus(length),
                    first.seconds(layout.starts().get(p))));
        }
        return stretches;
    }
}
