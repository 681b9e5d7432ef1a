package studio.fanz.media.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.TimedPicture;

/// Looks for faces in stills that somebody else decodes, for a window that follows them. Without a face it looks for
/// people, less often because that costs ten times as much. One thread.
public final class FaceWatch implements Consumer<TimedPicture> {

    private static final long PEOPLE_EVERY_MS = 1000;

    private final FaceFinder faces;
    private final Optional<PersonFinder> people;
    private final JobContext job;
    private final List<Sighting> sightings = new ArrayList<>();
    private long lastPeopleMs = -PEOPLE_EVERY_MS;
    private @Nullable MediaException failure;

    /// @param people empty to follow faces only
    public FaceWatch(FaceFinder faces, Optional<PersonFinder> people, JobContext job) {
        this.faces = faces;
        this.people = people;
        this.job = job;
    }

    /// Looks at a still; stills come in order of time. After a failed model nothing is looked at any more.
    @Override
    public void accept(TimedPicture still) {
        if (failure != null) {
            return;
        }
        job.checkpoint();
        try {
            sightings.add(new Sighting(still.timeMs(), look(still)));
        } catch (MediaException e) {
            failure = e;
        }
    }

    /// What was seen, in order of time.
    ///
    /// @throws MediaException the model's problem, when one came up while looking
    public List<Sighting> sightings() throws MediaException {
        if (failure != null) {
            throw failure;
        }
        return List.copyOf(sightings);
    }

    private List<Sighting.Subject> look(TimedPicture still) throws MediaException {
        Picture picture = still.picture();
        List<Sighting.Subject> found = new ArrayList<>();
        for (Face face : faces.find(picture)) {
            found.add(new Sighting.Subject(part(face.box(), picture), true));
        }
        if (found.isEmpty() && people.isPresent() && still.timeMs() - lastPeopleMs >= PEOPLE_EVERY_MS) {
            lastPeopleMs = still.timeMs();
            for (Box person : people.get().find(picture)) {
                found.add(new Sighting.Subject(part(person, picture), false));
            }
        }
        return found;
    }

    private static Box part(Box box, Picture picture) {
        return box.scaled(1.0 / picture.width(), 1.0 / picture.height());
    }
}
