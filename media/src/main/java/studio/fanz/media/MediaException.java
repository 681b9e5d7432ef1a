package studio.fanz.media;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.problem.ProblemCode;
import studio.fanz.core.problem.StudioException;

/// A recording could not be read, understood or made. `{0}` of each text is the file or model, `{1}` the detail.
public final class MediaException extends StudioException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Code code;

    public MediaException(Code code, String thing, String detail) {
        this(code, thing, detail, null);
    }

    public MediaException(Code code, String thing, String detail, @Nullable Throwable cause) {
        super(code, List.of(thing, detail), cause);
        this.code = code;
    }

    @Override
    public Code code() {
        return code;
    }

    /// Thousands by stage: 1 the file, 2 decoding, 3 models, 4 export, 5 disk and machine.
    public enum Code implements ProblemCode {
        FILE_MISSING(1001, Kind.INPUT),
        FILE_EMPTY(1002, Kind.INPUT),
        NOT_MEDIA(1003, Kind.INPUT),
        DAMAGED(1004, Kind.INPUT),
        NO_VIDEO(1005, Kind.INPUT),
        NO_AUDIO(1006, Kind.INPUT),
        FILE_UNREADABLE(1007, Kind.INPUT),
        FILE_CHANGED(1008, Kind.INPUT),
        DECODE_FAILED(2001, Kind.INPUT),
        DECODE_STALLED(2002, Kind.INPUT),
        PLAYER_FAILED(2003, Kind.MACHINE),
        MODEL_MISSING(3001, Kind.MACHINE),
        MODEL_CORRUPT(3002, Kind.MACHINE),
        MODEL_FAILED(3003, Kind.MACHINE),
        LANGUAGE_UNKNOWN(3004, Kind.USAGE),
        ENCODER_FAILED(4001, Kind.MACHINE),
        NO_ENCODER(4002, Kind.MACHINE),
        CHECK_FAILED(4003, Kind.MACHINE),
        MOMENT_NEEDED(4004, Kind.INPUT),
        TARGET_REFUSED(4005, Kind.INPUT),
        CUT_REVERSED(4010, Kind.USAGE),
        CUT_OVERLAPS(4011, Kind.USAGE),
        CUT_BEYOND_END(4012, Kind.INPUT),
        CUT_REFUSED(4013, Kind.INPUT),
        CUT_ONTO_SOURCE(4014, Kind.USAGE),
        CUT_CONTAINER(4015, Kind.USAGE),
        DISK_FULL(5001, Kind.MACHINE),
        FOLDER_READ_ONLY(5002, Kind.MACHINE),
        WRITE_FAILED(5003, Kind.MACHINE),
        FFMPEG_MISSING(5004, Kind.MACHINE),
        FONT_MISSING(5010, Kind.MACHINE);

        private final int number;
        private final Kind kind;

        Code(int number, Kind kind) {
            this.number = number;
            this.kind = kind;
        }

        @Override
        public String id() {
            return "MEDIA-" + number;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }
}
