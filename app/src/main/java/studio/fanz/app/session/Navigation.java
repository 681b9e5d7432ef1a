package studio.fanz.app.session;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.fanz.core.asset.Asset;

/// Where the person is, and the way to another place. FX thread only.
public final class Navigation {

    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.TODAY);
    private final ReadOnlyObjectWrapper<Optional<Visit>> visit = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// The screen that shows.
    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// The recording that was asked for last.
    public ReadOnlyObjectProperty<Optional<Visit>> visitProperty() {
        return visit.getReadOnlyProperty();
    }

    /// Shows a screen.
    public void go(Place where) {
        place.set(where);
    }

    /// Opens a recording for editing at a moment.
    public void open(Asset.Id asset, long atMs) {
        visit.set(Optional.of(new Visit(asset, atMs)));
        place.set(Place.EDIT);
    }

    /// A recording and the moment to show; every request is one of its own, so that asking twice for the same moment
    /// goes there twice.
    public static final class Visit {
        private final Asset.Id asset;
        private final long atMs;

        Visit(Asset.Id asset, long atMs) {
            this.asset = asset;
            this.atMs = atMs;
        }

        /// The recording.
        public Asset.Id asset() {
            return asset;
        }

        /// Milliseconds from its start.
        public long atMs() {
            return atMs;
        }
    }
}
