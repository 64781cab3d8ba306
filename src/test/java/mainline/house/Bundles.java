package mainline.house;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    private static final Pattern GAP = Pattern.compile("\\{(\\d+)[,}]");

    private static final Path LANGUAGES = Path.of("src/main/java/mainline/kernel/languages");

    private Bundles() {}

    /** By module; the file is {@code messages.properties} or one of another language. */
    static Map<String, Properties> named(String file) {
        return Sources.ending("/" + file).stream()
                .collect(Collectors.toMap(path -> path.getParent().getFileName().toString(), Bundles::load));
    }

    /** The languages of the product and the files of each. */
    static Map<Locale, String> byLanguage() {
        Map<Locale, String> files = new LinkedHashMap<>();
        for (String tag : Sources.text(LANGUAGES).lines().toList())
            files.put(
                    Locale.forLanguageTag(tag),
                    files.isEmpty() ? "messages.properties" : "messages_" + tag + ".properties");
        return files;
    }

    /** The files of all but the first. */
    static List<String> translations() {
        return byLanguage().values().stream().skip(1).toList();
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
