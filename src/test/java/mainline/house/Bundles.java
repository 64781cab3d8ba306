package mainline.house;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The messages of all modules. */
final class Bundles {
    private static final Pattern GAP = Pattern.compile("\\{(\\d+)");

    private Bundles() {}

    /** By module; the file is {@code messages.properties} or one of another language. */
    static Map<String, Properties> named(String file) {
        return Sources.ending("/" + file).stream()
                .collect(Collectors.toMap(path -> path.getParent().getFileName().toString(), Bundles::load));
    }

    /** All messages in English by their keys. */
    static Map<String, String> english() {
        Map<String, String> all = new TreeMap<>();
        for (Properties bundle : named("messages.properties").values())
            for (String key : bundle.stringPropertyNames()) all.put(key, bundle.getProperty(key));
        return all;
    }

    static Set<String> gaps(String message) {
        return GAP.matcher(message)
                .results()
                .map((MatchResult gap) -> gap.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(Path file) {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            bundle.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bundle;
    }
}
