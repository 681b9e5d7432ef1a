package studio.fanz.media.cut;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;

/// Takes recordings apart into packets, encodes frames of them, and puts packets together again.
@FunctionalInterface
public interface Splicer {

    /// A splicing table for one cut. Belongs to one thread; close it.
    ///
    /// @throws MediaException FFMPEG_MISSING
    Table open(JobContext job) throws MediaException;

    /// What can be done with recordings.
    interface Table extends AutoCloseable {

        /// Lists every packet of a recording.
        ///
        /// @throws MediaException FILE_MISSING, FILE_EMPTY, FILE_UNREADABLE, NOT_MEDIA, DAMAGED
        Reel read(Path file) throws MediaException;

        /// Encodes frames into a part.
        ///
        /// @throws MediaException DECODE_FAILED, NO_ENCODER, ENCODER_FAILED
        Encoded encode(FrameOrder order) throws MediaException;

        /// Encodes sound into a part.
        ///
        /// @throws MediaException DECODE_FAILED, ENCODER_FAILED
        Encoded encode(SoundOrder order) throws MediaException;

        /// Puts a file together.
        ///
        /// @throws MediaException CHECK_FAILED when a recording is not what it was when it was read; DISK_FULL,
        ///     FOLDER_READ_ONLY, WRITE_FAILED
        void join(JoinOrder order) throws MediaException;

        /// Decodes frames and compares them with what was encoded.
        ///
        /// @throws MediaException DECODE_FAILED
        Seen look(LookOrder order) throws MediaException;

        @Override
        void close();
    }

    /// Frames to encode.
    ///
    /// @param source   recording, read before
    /// @param stream   its picture
    /// @param from     when the first is shown, ticks
    /// @param to       when the one behind the last is shown, ticks
    /// @param encoder  FFmpeg's name
    /// @param options  for the encoder
    /// @param filters  a libavfilter chain between decoder and encoder; empty for none
    /// @param timebase of the times in the part, which begin at 0
    /// @param ids      numbers for H.264 parameter sets; empty leaves them
    /// @param lengths  bytes of the lengths before NAL units, 0 for start codes; only with ids
    /// @param frames   how many are expected
    /// @param part     file to write the packets into
    /// @param samples  file to write rows of the frames into, to compare with later
    record FrameOrder(
            Path source,
            int stream,
            long from,
            long to,
            String encoder,
            Map<String, String> options,
            String filters,
            Rational timebase,
            Optional<SetIds> ids,
            int lengths,
            int frames,
            Path part,
            Path samples) {

        /// The same into other files.
        public FrameOrder into(Path otherPart, Path otherSamples) {
            return new FrameOrder(
                    source,
                    stream,
                    from,
                    to,
                    encoder,
                    options,
                    filters,
                    timebase,
                    ids,
                    lengths,
                    frames,
                    otherPart,
                    otherSamples);
        }
    }

    /// Sound to encode, stretch after stretch, as one track.
    ///
    /// @param stretches in order
    /// @param encoder   FFmpeg's name
    /// @param bitRate   bits a second
    /// @param rate      samples a second
    /// @param channels  1 or more
    /// @param part      file to write the packets into
    record SoundOrder(List<Stretch> stretches, String encoder, int bitRate, int rate, int channels, Path part) {

        /// Sound of a recording, exact seconds of its own clock; silence where it has none.
        ///
        /// @param stream -1 for silence
        public record Stretch(Path source, int stream, Rational from, Rational to) {}

        /// How long all of it is.
        public double seconds() {
            return stretches.stream()
                    .mapToDouble(stretch -> stretch.to().minus(stretch.from()).toDouble())
                    .sum();
        }
    }

    /// What encoding gave.
    ///
    /// @param times  when each packet is shown, ticks of the time base ordered, in the order of the part
    /// @param bytes  of all packets
    /// @param config of the codec, for a track that holds nothing else
    /// @param sets   H.264 parameter sets with the numbers ordered
    @SuppressWarnings("ArrayRecordComponent")
    record Encoded(long[] times, long bytes, byte[] config, List<byte[]> sets) {}

    /// A file to put together.
    ///
    /// @param target   to be written
    /// @param format   FFmpeg's name of the container
    /// @param like     recording whose tags are taken over
    /// @param tracks   what it holds
    /// @param chapters in seconds of the new file
    record JoinOrder(Path target, String format, Path like, List<TrackOrder> tracks, List<Reel.Chapter> chapters) {}

    /// A track to put together. The arrays have an entry for each packet of its runs, in order.
    ///
    /// @param source   recording that the track is like (tags, rotation, aspect)
    /// @param stream   its number there
    /// @param part     the encoded part whose codec parameters it has, when it holds only such
    /// @param config   codec configuration that replaces the recording's
    /// @param tag      four letters of the sample entry; empty for the usual one
    /// @param timebase of the arrays
    /// @param runs     its packets
    /// @param pts      when each is shown
    /// @param dts      when each is decoded
    /// @param duration how long each is shown
    @SuppressWarnings("ArrayRecordComponent")
    record TrackOrder(
            Path source,
            int stream,
            Optional<Path> part,
            Optional<byte[]> config,
            String tag,
            Rational timebase,
            List<Run> runs,
            long[] pts,
            long[] dts,
            long[] duration) {}

    /// Packets that follow each other.
    sealed interface Run {

        /// Of a recording.
        ///
        /// @param piece which pass through a recording it belongs to, ascending
        /// @param first packet
        /// @param last  packet, included
        /// @param from  packets shown earlier are left out
        record Copied(int piece, Path source, int stream, int first, int last, long from) implements Run {}

        /// A part.
        ///
        /// @param skip packets at its start that are left out
        record Made(Path part, int skip) implements Run {}
    }

    /// Frames to look at.
    ///
    /// @param file    read before
    /// @param stream  its picture
    /// @param from    when the first is shown, ticks
    /// @param to      frames shown at or after this are not looked at
    /// @param samples rows of the frames it should be like, empty for none
    record LookOrder(Path file, int stream, long from, long to, Optional<Path> samples) {}

    /// What was seen.
    ///
    /// @param times   of the frames decoded, ticks
    /// @param psnr    of the luma of each against its sample, dB, 99 at most; empty without samples
    /// @param damaged how many frames the decoder complained about
    @SuppressWarnings("ArrayRecordComponent")
    record Seen(long[] times, double[] psnr, int damaged) {}
}
