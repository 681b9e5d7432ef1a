package studio.fanz.app.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// Ends the process at once, whatever native code is doing. `Runtime.halt` still runs the destructors of native
/// libraries; under an inference that is still at work they abort, and the exit code would be 134.
final class HardExit {

    private HardExit() {}

    /// Never returns.
    @SuppressWarnings("restricted") // every start allows native access
    static void with(int code) {
        try {
            Optional<MemorySegment> exit = Linker.nativeLinker().defaultLookup().find("_exit");
            if (exit.isPresent()) {
                Linker.nativeLinker()
                        .downcallHandle(exit.get(), FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))
                        .invokeExact(code);
            }
        } catch (Throwable unsupported) {
            // Halted below.
        }
        Runtime.getRuntime().halt(code);
    }
}
