package studio.fanz.media.cut;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Packets of made-up groups of pictures, with what each refers to.
///
/// @param packets    in the order of the file
/// @param references places of the packets that each one refers to
record Groups(Packets packets, List<List<Integer>> references) {

    /// Groups of random lengths with up to four B-pictures between references.
    ///
    /// @param open whether some groups begin with pictures that refer to the group before
    static Groups random(long seed, int groups, boolean open, boolean variable) {
        Random random = new Random(seed);
        List<int[]> order = new ArrayList<>();
        List<List<Integer>> references = new ArrayList<>();
        int shown = 0;
        int anchor = -1;
        for (int g = 0; g < groups; g++) {
            boolean leading = open && g > 0 && random.nextBoolean();
            int lead = leading ? 1 + random.nextInt(3) : 0;
            boolean copyPoint = !leading;
            int key = order.size();
            order.add(new int[] {shown + lead, copyPoint ? 3 : 1});
            references.add(List.of());
            for (int b = 0; b < lead; b++) {
                order.add(new int[] {shown + b, 0});
                references.add(List.of(anchor, key));
            }
            shown += lead + 1;
            anchor = key;
            int runs = random.nextInt(6);
            for (int r = 0; r < runs; r++) {
                int between = random.nextInt(5);
                int next = order.size();
                order.add(new int[] {shown + between, 0});
                references.add(List.of(anchor));
                for (int b = 0; b < between; b++) {
                    order.add(new int[] {shown + b, 0});
                    references.add(List.of(anchor, next));
                }
                anchor = next;
                shown += between + 1;
            }
        }
        return of(order, references, shown, variable ? random : null);
    }

    private static Groups of(
            List<int[]> order,
            List<List<Integer>> references,
            int frames,
            @org.jspecify.annotations.Nullable Random uneven) {
        long[] times = new long[frames + 1];
        for (int i = 1; i <= frames; i++) {
            times[i] = times[i - 1] + (uneven == null ? 512 : 100 + uneven.nextInt(2000));
        }
        int count = order.size();
        Packets packets =
                new Packets(new long[count], new long[count], new long[count], new int[count], new byte[count]);
        for (int i = 0; i < count; i++) {
            int frame = order.get(i)[0];
            packets.pts()[i] = times[frame];
            packets.duration()[i] = times[frame + 1] - times[frame];
            packets.flags()[i] = (byte) order.get(i)[1];
            packets.size()[i] = 1000 + i;
        }
        long[] dts = DecodeTimes.of(packets.pts());
        System.arraycopy(dts, 0, packets.dts(), 0, count);
        return new Groups(packets, references);
    }
}
