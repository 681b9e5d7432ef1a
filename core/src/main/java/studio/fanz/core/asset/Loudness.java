package studio.fanz.core.asset;

/// Loudness of a whole file after EBU R 128 / ITU-R BS.1770-4.
///
/// @param integratedLufs gated programme loudness in LUFS; negative infinity when nothing passes the gate
/// @param truePeakDbtp   highest true peak in dBTP; negative infinity for digital silence
/// @param lra            loudness range in LU (EBU Tech 3342)
/// @param thresholdLufs  relative gate in LUFS, needed by the second pass of a normaliser
public record Loudness(double integratedLufs, double truePeakDbtp, double lra, double thresholdLufs) {

    /// Whether there was anything to measure.
    public boolean silent() {
        return !(integratedLufs > -70);
    }
}
