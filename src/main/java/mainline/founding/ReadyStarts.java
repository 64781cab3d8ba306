package mainline.founding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import mainline.decisions.Strictness;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads the ready starts that lie beside this class: {@code starts/KIND/LANGUAGE/start.yml} and the pages it names. A page that a kind
 * has none of its own of is that of {@code common}.
 */
@Component
class ReadyStarts {
    private static final String COMMON = "common";

    /** @param language of the texts; English where there are none in it */
    ReadyStart of(Start start, Locale language) {
        String in = ReadyStarts.class.getResource("starts/" + start.folder() + "/" + language.getLanguage()) == null
                ? "en"
                : language.getLanguage();
        Map<String, Object> file =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(text(start.folder() + "/" + in + "/start.yml"));
        Map<String, String> pages = new LinkedHashMap<>();
        for (String path : texts(file.get("pages"))) pages.put(path, page(start.folder(), in, path));
        return new ReadyStart(
                Strictness.valueOf(String.valueOf(file.get("strictness")).toUpperCase(Locale.ROOT)),
                texts(file.get("clauses")),
                questions((List<?>) Objects.requireNonNull(file.get("questions"))),
                pages,
                named((Map<?, ?>) Objects.requireNonNull(file.get("areas"))));
    }

    private static List<FirstQuestion> questions(List<?> written) {
        List<FirstQuestion> questions = new ArrayList<>();
        for (Object each : written) {
            Map<?, ?> one = (Map<?, ?>) each;
            questions.add(new FirstQuestion(
                    questions.size() + 1,
                    String.valueOf(one.get("question")),
                    String.valueOf(one.get("background")),
                    texts(one.get("options")),
                    null));
        }
        return questions;
    }

    private static List<String> texts(@Nullable Object list) {
        return list == null
                ? List.of()
                : ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static Map<String, String> named(Map<?, ?> written) {
        Map<String, String> named = new LinkedHashMap<>();
        written.forEach((path, name) -> named.put(String.valueOf(path), String.valueOf(name)));
        return named;
    }

    private static String page(String kind, String language, String path) {
        String below = "/" + language + "/" + path;
        return ReadyStarts.class.getResource("starts/" + kind + below) == null
                ? text(COMMON + below)
                : text(kind + below);
    }

    private static String text(String file) {
        try (InputStream in = ReadyStarts.class.getResourceAsStream("starts/" + file)) {
            if (in == null) throw new IllegalStateException("no ready text " + file);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
