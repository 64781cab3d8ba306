package mainline.platform;

import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Whether this process was told to stop, by Ctrl-C or a signal. While it still starts, it then ends without a word: what
 * fails from here on fails because of that.
 */
public final class Stopping {
    private static volatile boolean asked;
    private static volatile boolean started;

    private Stopping() {}

    /** To be called once, before anything else. */
    public static void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(Stopping::stop, "stopping"));
    }

    /** From now on people may be told how the process ends. */
    public static void started() {
        started = true;
    }

    static boolean isAsked() {
        return asked;
    }

    /** @throws Refusal when the process is about to stop; nobody reads it */
    static void check() {
        if (asked) throw new Refusal("Stopped.");
    }

    private static void stop() {
        asked = true;
        if (started) return;
        var silence = new PrintStream(OutputStream.nullOutputStream());
        System.setOut(silence);
        System.setErr(silence);
    }
}
