package studio.fanz.media.ffmpeg;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import studio.fanz.media.MediaException;
import studio.fanz.media.cut.Splicer.LookOrder;
import studio.fanz.media.cut.Splicer.Seen;

/// Decodes frames of a file and compares them with samples.
final class FrameLook {

    private FrameLook() {}

    /// Does it.
    ///
    /// @param told how many frames were seen
    static Seen run(OpenReel reel, LookOrder order, LongConsumer told) throws MediaException, IOException {
        List<Long> times = new ArrayList<>();
        List<Double> psnr = new ArrayList<>();
        int damaged = 0;
        RowSample rows = new RowSample();
        try (FrameSource source = FrameSource.open(reel, order.stream(), order.from(), order.to());
                DataInputStream samples = new DataInputStream(samples(order))) {
            while (source.next()) {
                times.add(source.time());
                damaged += source.damaged() ? 1 : 0;
                double alike = order.samples().isPresent() ? rows.compare(source.frame(), samples) : -1;
                if (alike >= 0) {
                    psnr.add(alike);
                }
                told.accept(times.size());
            }
        }
        return new Seen(
                times.stream().mapToLong(Long::longValue).toArray(),
                psnr.stream().mapToDouble(Double::doubleValue).toArray(),
                damaged);
    }

    private static InputStream samples(LookOrder order) throws IOException {
        return order.samples().isPresent()
                ? new BufferedInputStream(Files.newInputStream(order.samples().get()), 1 << 18)
                : new ByteArrayInputStream(new byte[0]);
    }
}
