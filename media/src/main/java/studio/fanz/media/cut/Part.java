package studio.fanz.media.cut;

/// How a stretch of a piece comes about. Frames shown from `from` up to `to`, in ticks of the source.
public sealed interface Part {

    /// When its first frame is shown.
    long from();

    /// When the frame behind its last is shown.
    long to();

    /// Packets are copied as they are.
    ///
    /// @param first packet in the order of the file
    /// @param last  packet, included; those shown before `from` are left out
    record Copied(long from, long to, int first, int last) implements Part {}

    /// Frames are decoded and encoded again.
    ///
    /// @param reason why
    record Encoded(long from, long to, Reason reason) implements Part {}

    /// Why frames are encoded.
    enum Reason {
        /// They stand before the first place where copying can begin.
        BEFORE_COPY_POINT,
        /// They stand behind the last packet that needs nothing after it.
        AFTER_CLEAN_END,
        /// There is no place in the stretch where copying can begin.
        NO_COPY_POINT,
        /// Groups of pictures refer to their neighbours.
        OPEN_GROUPS,
        /// It was asked for.
        ASKED,
        /// Our encoders do not make pictures of this kind (depth, chroma, fields), so nothing can be joined to copies.
        PICTURE_KIND,
        /// There is no encoder for the codec on this computer.
        NO_ENCODER,
        /// The codec is not one whose packets can be joined.
        CODEC,
        /// The container asked for does not take the codec.
        CONTAINER,
        /// It is made to match the first recording.
        UNLIKE_FIRST,
        /// The time stamps of its packets cannot be relied on.
        TIME_STAMPS,
        /// What copying made did not pass the check.
        CHECK_FAILED
    }
}
