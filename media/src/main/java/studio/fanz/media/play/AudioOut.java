package studio.fanz.media.play;

/// Where sound goes: 48 kHz, stereo, signed 16 bits, little endian. What it says has been heard is the clock of a
/// player. Belongs to one thread, and never makes it wait.
public interface AudioOut extends AutoCloseable {

    /// Sample frames a second.
    int RATE = 48_000;

    /// Bytes of one sample frame.
    int FRAME_BYTES = 4;

    /// Takes as much as has room, in whole sample frames.
    ///
    /// @return bytes taken, 0 when it is full
    int write(byte[] pcm, int from, int length);

    /// Sample frames heard since the last `flush`.
    long heard();

    /// Lets the sound run.
    void start();

    /// Stops it where it is.
    void stop();

    /// Forgets what has not been heard and counts from 0 again.
    void flush();

    /// Whether a person can hear it.
    boolean audible();

    /// Gives the device back.
    @Override
    void close();
}
