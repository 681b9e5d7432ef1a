package studio.fanz.media.cut;

/// Why frames are encoded, in words.
public final class Reasons {

    private Reasons() {}

    /// A sentence without its full stop.
    public static String sentence(Part.Reason reason, String codec) {
        return switch (reason) {
            case BEFORE_COPY_POINT -> "frames before the first place where copying can begin";
            case AFTER_CLEAN_END -> "frames behind the last packet that needs nothing after it";
            case NO_COPY_POINT -> "there is no key frame in it from which copying could begin";
            case OPEN_GROUPS -> "its groups of pictures refer to their neighbours, so copying cannot begin in it";
            case ASKED -> "encoding was asked for";
            case PICTURE_KIND -> "no encoder here makes " + codec + " pictures of its kind (depth, colour, fields)";
            case NO_ENCODER -> "there is no " + codec + " encoder on this computer";
            case CODEC -> codec + " cannot be joined to copies of itself";
            case CONTAINER -> "the new file's container does not take " + codec;
            case UNLIKE_FIRST -> "it is made to match the first recording";
            case TIME_STAMPS -> "the time stamps of its packets cannot be relied on";
            case CHECK_FAILED -> "what copying made did not pass the check";
        };
    }
}
