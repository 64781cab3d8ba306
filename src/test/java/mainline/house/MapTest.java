package mainline.house;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mainline.Mainline;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Draws the modules into {@code docs/map.md}, from what Modulith finds in the code. */
class MapTest {
    private static final Path MAP = Path.of("docs/map.md");
    private static final String BEGIN = "<!-- drawn by MapTest -->\n";
    private static final String END = "<!-- end of what is drawn -->";
    private static final Pattern FIRST_SENTENCE = Pattern.compile("/\\*\\*\\s*\\* (.*?[.](?=\\s))", Pattern.DOTALL);
    private static final Pattern WALKED = Pattern.compile("`([a-z_]+/[\\w./]+\\.(?:java|jte|sql))`");

    private final Map<String, Set<String>> known = known();

    @Test
    void the_map_shows_the_modules_as_they_are() throws IOException {
        String map = Sources.text(MAP);
        int begin = map.indexOf(BEGIN) + BEGIN.length();
        String drawn = graph() + "\n" + table();
        if (Boolean.getBoolean("map.draw")) {
            Files.writeString(MAP, map.substring(0, begin) + drawn + map.substring(map.indexOf(END)));
            return;
        }
        assertThat(map.substring(begin, map.indexOf(END)))
                .as("docs/map.md is out of date; draw it again with: mvn -o test -Dtest=MapTest -Dmap.draw=true")
                .isEqualTo(drawn);
    }

    @Test
    void every_file_on_the_walk_exists() {
        List<Path> walked = WALKED.matcher(Sources.text(MAP))
                .results()
                .map(found -> Sources.ROOT.resolve(found.group(1)))
                .toList();
        assertThat(walked).isNotEmpty().allMatch(Files::isRegularFile);
    }

    /** Each module with those its code knows. */
    private static Map<String, Set<String>> known() {
        ApplicationModules modules = ApplicationModules.of(Mainline.class);
        Map<String, Set<String>> known = new HashMap<>();
        modules.forEach(module -> known.put(
                module.getIdentifier().toString(),
                module.getDirectDependencies(modules)
                        .uniqueModules()
                        .map(other -> other.getIdentifier().toString())
                        .collect(Collectors.toCollection(TreeSet::new))));
        return known;
    }

    /** Arrows that follow from others are left out. */
    private String graph() {
        StringBuilder graph = new StringBuilder("```mermaid\ngraph BT\n");
        for (String module : inOrder())
            for (String other : known.get(module))
                if (known.get(module).stream().noneMatch(between -> !between.equals(other) && reaches(between, other)))
                    graph.append("    ")
                            .append(module)
                            .append(" --> ")
                            .append(other)
                            .append('\n');
        return graph.append("```\n").toString();
    }

    private boolean reaches(String from, String to) {
        return known.get(from).contains(to) || known.get(from).stream().anyMatch(next -> reaches(next, to));
    }

    private String table() {
        return inOrder().stream()
                .map(module -> "| [%1$s](../src/main/java/mainline/%1$s) | %2$s | %3$s |\n"
                        .formatted(module, purpose(module), String.join(", ", known.get(module))))
                .collect(joining("", "| module | what it is | knows |\n|---|---|---|\n", ""));
    }

    private static String purpose(String module) {
        Matcher sentence =
                FIRST_SENTENCE.matcher(Sources.text(Sources.ROOT.resolve(module).resolve("package-info.java")));
        assertThat(sentence.find()).as("%s says what it is", module).isTrue();
        return sentence.group(1).replaceAll("\\s*\\n \\* ", " ").replaceAll("\\{@(?:link|code) ([^}]*)}", "$1");
    }

    /** A module after all it knows; otherwise by name. */
    private List<String> inOrder() {
        List<String> order = new ArrayList<>();
        while (order.size() < known.size())
            order.add(known.keySet().stream()
                    .filter(module -> !order.contains(module) && order.containsAll(known.get(module)))
                    .min(String::compareTo)
                    .orElseThrow());
        return order;
    }
}
