package mainline.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs PostgreSQL comes with, run to their end under the account of the database. */
record PostgresPrograms(PostgresBinaries binaries, Account account, Path folder) {
    /** @throws IOException with the last thing the program said, when it fails */
    void run(String program, List<String> options) throws IOException {
        var command = Stream.concat(Stream.of(binaries.program(program)), options.stream())
                .toArray(String[]::new);
        var builder = new ProcessBuilder(account.run(command));
        var output = Files.createTempFile("mainline", ".log");
        try {
            builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
            builder.environment().put("LC_ALL", "C");
            int exit = ended(builder.start());
            if (exit != 0) throw new IOException(reason(command[0], output));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** What was begun is waited for, also when this thread shall stop: else a database could be left behind half started. */
    private static int ended(Process process) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private static String reason(String program, Path output) throws IOException {
        var said = Files.readAllLines(output).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("Examine"))
                .toList();
        return said.isEmpty() ? program + " failed" : said.getLast();
    }
}
