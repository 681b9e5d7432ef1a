package studio.fanz.media.prep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.asset.Cover;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.caption.CaptionProfile;
import studio.fanz.core.caption.CaptionProfiles;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.platform.Preflight;
import studio.fanz.core.platform.RenditionPlan;
import studio.fanz.core.platform.RenditionSpec;
import studio.fanz.core.post.Draft;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.project.Project;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.review.Review;
import studio.fanz.core.store.StepKey;
import studio.fanz.core.time.Span;
import studio.fanz.media.MediaException;

/// One recording on its way to posts. Each part is made when first asked for, from the parts it needs, and remembered
/// beyond the process: asked again, today or after a crash, it is there. Blocks; one thread.
public final class Preparation {

    private static final int SPEECH = 1;

    private final Tools tools;
    private final PrepOptions options;
    private final PrepListener listener;
    private final JobContext job;
    private final Source source;
    private final Trace trace = new Trace();
    private final Memory memory;

    private @Nullable Transcript transcript;
    private @Nullable Looks looks;
    private @Nullable Hearing hearing;
    private @Nullable Captions captions;
    private @Nullable Draft draft;
    private @Nullable Cut cut;

    private Preparation(Tools tools, PrepOptions options, Source source, PrepListener listener, JobContext job) {
        this.tools = tools;
        this.options = options;
        this.source = source;
        this.listener = listener;
        this.job = job;
        this.memory = new Memory(tools.steps(), trace);
    }

    /// Looks at the file: what it is, stream by stream and byte by byte.
    ///
    /// @param listener hears each part when it is made or remembered, on the calling thread
    /// @throws MediaException FILE_MISSING, FILE_EMPTY, NOT_MEDIA, DAMAGED, FILE_UNREADABLE
    public static Preparation of(Tools tools, Path file, PrepOptions options, PrepListener listener, JobContext job)
            throws MediaException {
        return of(tools, new Reader(tools.prober()).source(file, job), options, listener, job);
    }

    /// Of a recording that is known already.
    public static Preparation of(
            Tools tools, Source source, PrepOptions options, PrepListener listener, JobContext job) {
        listener.source(source);
        return new Preparation(tools, options, source, listener, job);
    }

    /// Makes files of what a project makes of the recording: as cut, with its captions as they were edited.
    ///
    /// @param wanted empty when all of the recording is shown as it is
    public void use(Project project, Optional<Cut> wanted) throws StudioException {
        if (wanted.isEmpty()) {
            if (!project.cues().isEmpty()) {
                captions = project.captions(transcript());
            }
            return;
        }
        Cut asCut = wanted.get();
        if (project.cues().isEmpty()) {
            // Captions that nobody looked at yet are made for the recording and follow the cut as edited ones do.
            asCut = asCut.with(captions(), transcript());
        }
        captions = asCut.captions(transcript());
        cut = asCut;
    }

    /// What is made instead of the recording as it is, if anything.
    public Optional<Cut> cut() {
        return Optional.ofNullable(cut);
    }

    /// The recording.
    public Source source() {
        return source;
    }

    Tools tools() {
        return tools;
    }

    Trace trace() {
        return trace;
    }

    /// What is said. Without sound the transcript is empty and says so.
    public Transcript transcript() throws StudioException {
        if (transcript == null) {
            transcript = new Words(memory, tools.transcriber()).transcript(source, options.language(), listener, job);
        }
        return transcript;
    }

    /// Where somebody speaks, in order of time; finer than the transcript, for cutting pauses.
    public List<Span> speech() throws StudioException {
        StepKey key = Memory.key(source, "speech", SPEECH, "");
        return memory.of(key, Speech.class, _ -> new Speech(tools.speech().find(source.file(), source.facts(), job)))
                .spans();
    }

    /// What is remembered of the step `speech`.
    record Speech(List<Span> spans) {}

    /// Captions under the profile wanted.
    public Captions captions() throws StudioException {
        if (captions == null) {
            captions = Words.captions(source, transcript(), profile(), looks().shots());
            listener.captions(captions);
        }
        return captions;
    }

    /// The profile wanted, or the default one where that has no rules for the language spoken.
    CaptionProfile profile() throws StudioException {
        CaptionProfile wanted = tools.profiles()
                .named(options.profile())
                .orElseThrow(() -> new IllegalArgumentException("no caption profile " + options.profile()));
        return wanted.offers(transcript().language())
                ? wanted
                : tools.profiles().named(CaptionProfiles.DEFAULT).orElseThrow();
    }

    /// What every frame shows.
    public Looks looks() throws StudioException {
        if (looks == null) {
            looks = new Looking(memory, tools).looks(source, job);
            listener.looks(looks);
        }
        return looks;
    }

    /// Where the cuts are, without asking any model: quicker than [#looks()] when nothing else is wanted.
    public List<Shot> shots() throws StudioException {
        return looks != null ? looks.shots() : new Looking(memory, tools).shots(source, job);
    }

    /// What the sound is like.
    public Hearing hearing() throws StudioException {
        if (hearing == null) {
            hearing = new Listening(memory, tools.sound()).hearing(source, job);
        }
        return hearing;
    }

    /// Three covers. Their pictures are put into the folder.
    public Cover.Choice covers(OutputFolder folder) throws StudioException {
        Cover.Choice choice = new Covering(memory, tools).covers(source, looksSoFar(), folder, job);
        listener.covers(choice);
        return choice;
    }

    /// Shots when they are known anyway; covers alone do not decode the whole file for them.
    private Optional<Looks> looksSoFar() {
        return Optional.ofNullable(looks);
    }

    /// What to look at before posting: the recording, and what targets refuse of the files that would be made.
    public Review review() throws StudioException {
        RenditionPlan plan = plan();
        return told(new Checking(this, tools)
                .review(options.targets(), new PlannedLimits(plan, draft(), tools.limits())::of));
    }

    /// What to look at when the file is posted just as it is.
    public Review reviewAsItIs() throws StudioException {
        var preflight = new Preflight(tools.limits());
        return told(
                new Checking(this, tools).review(options.targets(), target -> preflight.check(target, source.facts())));
    }

    private Review told(Review review) {
        listener.review(review);
        return review;
    }

    /// The proposed post.
    public Draft draft() throws StudioException {
        if (draft == null) {
            draft = new Drafting(memory, tools).draft(source, transcript(), options.targets(), job);
            listener.draft(draft);
        }
        return draft;
    }

    /// Makes a file for every group of targets it fits, into the folder.
    public Renditions renditions(OutputFolder folder) throws StudioException {
        RenditionPlan plan = plan();
        List<Making.Order> orders = new ArrayList<>();
        for (RenditionSpec spec : plan.renditions()) {
            orders.add(order(spec));
        }
        // An encoder of large pictures wants the memory that the models hold.
        tools.release().run();
        var making = new Making(memory, tools.exporter(), tools.painter());
        List<Rendition> files = new ArrayList<>();
        for (Making.Order order : orders) {
            Rendition made = making.rendition(source, order, folder, job);
            files.add(made);
            listener.rendition(made);
        }
        return new Renditions(files, plan.refused(), plan.textOnly());
    }

    /// Which files would be made for the targets wanted.
    public RenditionPlan plan() throws StudioException {
        boolean choosing = options.moment() instanceof MomentChoice.Auto;
        Transcript words = choosing ? transcript() : Words.NONE;
        var shaping = new Shaping(tools.limits());
        return cut == null
                ? shaping.plan(source.facts(), options, words)
                : shaping.plan(cut.facts(), options, choosing ? cut.words(words) : words);
    }

    private Making.Order order(RenditionSpec spec) throws StudioException {
        boolean crops = spec.picture().framing() == RenditionSpec.Framing.CROP && source.hasVideo();
        boolean captioned = source.hasVideo() && !spec.picture().codec().isEmpty();
        return new Making.Order(
                spec,
                crops ? looks() : Looks.NONE,
                captioned ? captions() : Words.NO_CAPTIONS,
                profile(),
                options.burnIn(),
                Optional.ofNullable(cut));
    }
}
