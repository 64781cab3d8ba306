package mainline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GlossaryTest {
    private static final Pattern TYPE = Pattern.compile("`([a-z]+)\\.([A-Z]\\w*)`");

    @Test
    void every_word_of_the_glossary_is_a_type() {
        List<String> named = TYPE.matcher(Sources.text(Path.of("docs/glossary.md")))
                .results()
                .map(found -> found.group(1) + "/" + found.group(2) + ".java")
                .toList();
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Sources.ROOT.resolve(file))
                        .as("a type named in docs/glossary.md")
                        .matches(Files::isRegularFile, "exists"));
    }
}
