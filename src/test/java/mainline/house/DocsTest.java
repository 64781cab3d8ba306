package mainline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocsTest {
    private static final Pattern LINK = Pattern.compile("(?<!!\\[[^\\]]{0,100})\\]\\(([^)\\s]+)\\)");

    @Test
    void every_link_between_documents_leads_somewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path document : documents())
            LINK.matcher(Sources.text(document))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !link.matches("(https?|mailto):.*|#.*"))
                    .filter(link ->
                            !Files.exists(document.toAbsolutePath().resolveSibling(link.replaceFirst("#.*", ""))))
                    .forEach(link -> dead.add(document + " -> " + link));
        assertThat(dead).isEmpty();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
