package studio.fanz.media.cut;

import java.util.List;

/// The parameter sets of an H.264 or H.265 track as its container keeps them.
sealed interface CodecSets permits AvcSets, HevcSets {

    /// Out of a track's configuration.
    ///
    /// @throws IllegalArgumentException when it is none
    static CodecSets of(Reel.Track track) {
        return track.codec().equals("hevc") ? HevcSets.parse(track.config()) : AvcSets.parse(track.config());
    }

    /// Whether sets of another encoder can stand beside those of a track.
    static boolean joinable(Reel.Track track) {
        if (!track.codec().equals("h264") && !track.codec().equals("hevc")) {
            return true;
        }
        try {
            return CodecSets.of(track).free(0).picture() > 0;
        } catch (IllegalArgumentException unusual) {
            return false;
        }
    }

    /// Bytes of each unit's length, 0 behind start codes.
    int lengthBytes();

    /// Sequence parameter sets.
    List<byte[]> sequence();

    /// Picture parameter sets.
    List<byte[]> picture();

    /// The same track with further sets.
    ///
    /// @param more units of both kinds
    CodecSets with(List<byte[]> more);

    /// As the container keeps it.
    byte[] config();

    /// Numbers that no set of the track has.
    ///
    /// @param sets how many pairs of numbers to pass over
    default SetIds free(int sets) {
        boolean hevc = this instanceof HevcSets;
        List<Integer> sequences =
                sequence().stream().map(set -> SetIds.number(set, hevc)).toList();
        List<Integer> pictures =
                picture().stream().map(set -> SetIds.number(set, hevc)).toList();
        int most = hevc ? 15 : 31;
        int free = -1;
        for (int i = 0; i <= 15; i++) {
            free += sequences.contains(most - i) || pictures.contains(30 - i) ? 0 : 1;
            if (free == sets) {
                return new SetIds(hevc, most - i, 30 - i);
            }
        }
        throw new IllegalArgumentException("all set numbers are taken");
    }
}
