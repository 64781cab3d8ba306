package mainline.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** How a command of the command line ended, and what it said. */
record Ended(int exit, String out, String err) {

    /** Of a command in this process; no other test may print meanwhile. */
    static Ended here(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var toOut = new ByteArrayOutputStream();
        var toErr = new ByteArrayOutputStream();
        System.setOut(new PrintStream(toOut, true, UTF_8));
        System.setErr(new PrintStream(toErr, true, UTF_8));
        try {
            int exit = MainlineCommand.run(arguments);
            return new Ended(exit, toOut.toString(UTF_8), toErr.toString(UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
