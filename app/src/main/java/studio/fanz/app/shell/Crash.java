package studio.fanz.app.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/// A bug as it is shown: a code that is the same each time it happens, and a report without anything personal
/// (types and places in our code only, never messages, which may hold names).
///
/// @param code   short and stable, like `BUG-4F2A`
/// @param report text to send
public record Crash(String code, String report) {

    /// Describes what was thrown.
    public static Crash of(Throwable thrown) {
        var report = new StringWriter();
        var out = new PrintWriter(report);
        out.println("Fanz Studio, Java " + Runtime.version() + ", " + System.getProperty("os.name"));
        int hash = 17;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            out.println(cause.getClass().getName());
            for (StackTraceElement place : cause.getStackTrace()) {
                out.println("  " + place);
            }
            hash = 31 * hash + cause.getClass().getName().hashCode();
            if (cause.getStackTrace().length > 0) {
                hash = 31 * hash + cause.getStackTrace()[0].getMethodName().hashCode();
            }
        }
        return new Crash("BUG-%04X".formatted(hash & 0xFFFF).toUpperCase(Locale.ROOT), report.toString());
    }
}
