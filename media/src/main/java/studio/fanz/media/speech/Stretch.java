package studio.fanz.media.speech;

/// Where somebody speaks, in samples of the source at 16 kHz, end exclusive.
record Stretch(long from, long to) {

    long length() {
        return to - from;
    }
}
