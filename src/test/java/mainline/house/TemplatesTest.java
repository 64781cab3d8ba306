package mainline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private static final int LINE = 160;
    private static final Map<String, Pattern> STYLE = Map.of(
            "a style attribute, which the content policy blocks", Pattern.compile("\\sstyle\\s*=\\s*\""),
            "a style element", Pattern.compile("<style\\b"));
    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "unescaped output", Pattern.compile("\\$unsafe"),
            "an inline script", Pattern.compile("<script\\b(?![^>]*\\bsrc=)"),
            "an event handler in the mark-up", Pattern.compile("<[a-z][^>]*\\son[a-z]+\\s*=\\s*\""),
            "an address with a script in it", Pattern.compile("(?i)javascript:"));
    private static final Pattern FORM =
            Pattern.compile("<form\\b[^>]*method=\"post\"[^>]*>(.*?)</form>", Pattern.DOTALL);

    private static final Pattern FIELD = Pattern.compile("@template\\.look\\.(?:field|textarea|select|choices|picker)"
            + "\\([^@<]*?\\bname = \"([\\w-]+)\",[^@<]*?\\blabel = \"");

    private static final Pattern NAMED = Pattern.compile("\"([a-z]+/[a-z]+)\"");

    /** Of a person, as text and not in an attribute. */
    private static final Pattern NAME = Pattern.compile("(?<!\")\\$\\{(page\\.names\\(\\)\\.name\\([^}]*\\)|[\\w.()]*"
            + "(person|author|by|nominee|steward|seated|voter|owner|convener|maker)(\\(\\))?\\.name\\(\\))\\}(?!\")");

    private static final Pattern APART = Pattern.compile("<bdi|dir=\"auto\"");

    @Test
    void no_template_holds_what_the_content_policy_forbids() {
        List<String> found = new ArrayList<>();
        for (Path file : Sources.ending(".jte")) {
            found.addAll(find(FORBIDDEN, file));
            if (!isOfMail(file)) found.addAll(find(STYLE, file));
        }
        assertThat(found).isEmpty();
    }

    /** Mail programs load no style sheet, and no policy of ours reaches them. */
    private static boolean isOfMail(Path file) {
        return file.getFileName().toString().startsWith("mail")
                && file.getParent().endsWith("look");
    }

    private static List<String> find(Map<String, Pattern> forbidden, Path file) {
        return forbidden.entrySet().stream()
                .filter(each -> each.getValue().matcher(Sources.text(file)).find())
                .map(each -> file.getFileName() + ": " + each.getKey())
                .toList();
    }

    @Test
    void every_form_that_writes_carries_the_token() {
        List<String> found = new ArrayList<>();
        for (Path file : Sources.ending(".jte")) {
            if (file.getFileName().toString().startsWith("sample")) continue; // they lead nowhere
            FORM.matcher(Sources.text(file))
                    .results()
                    .filter(form -> !form.group(1).contains("csrfField()"))
                    .forEach(form -> found.add(
                            file + ": " + form.group().lines().findFirst().orElse("")));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void what_is_wrong_with_a_form_is_told_by_the_names_of_its_fields() {
        List<String> found = new ArrayList<>();
        for (Path file : Sources.ending(".jte")) {
            String text = Sources.text(file);
            if (!text.contains("@template.look.problems(") || text.contains("labels = page.")) continue;
            FIELD.matcher(text)
                    .results()
                    .map(field -> field.group(1))
                    .filter(name -> !text.contains("\"" + name + "\", \""))
                    .forEach(name -> found.add(file + ": " + name));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void a_template_that_java_names_has_one_parameter() {
        Set<String> found = new TreeSet<>();
        for (Path file : Sources.ending(".java"))
            NAMED.matcher(Sources.text(file))
                    .results()
                    .map(name -> name.group(1))
                    .filter(name -> Files.exists(Sources.ROOT.resolve(name + ".jte")))
                    .filter(name -> parameters(Sources.text(Sources.ROOT.resolve(name + ".jte"))) != 1)
                    .forEach(found::add);
        assertThat(found)
                .as("parameters of their own need a template around it")
                .isEmpty();
    }

    private static long parameters(String template) {
        return template.lines().filter(line -> line.startsWith("@param ")).count();
    }

    /** Where a name could turn the direction of what stands beside it, its element keeps it apart. */
    @Test
    void a_name_stands_apart_from_the_sentence_around_it() {
        List<String> found = new ArrayList<>();
        for (Path file : Sources.ending(".jte")) {
            List<String> lines = Sources.text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String near = lines.get(Math.max(0, i - 1)) + lines.get(i);
                if (NAME.matcher(lines.get(i)).find() && !APART.matcher(near).find())
                    found.add(file + ": " + lines.get(i).strip());
            }
        }
        assertThat(found).isEmpty();
    }

    /** A line that is one run of text, without a tag, may be as long as the text. */
    @Test
    void no_line_of_mark_up_is_too_long_to_read() {
        assertThat(longLines(".jte").filter(line -> line.contains("<") || line.contains("@")))
                .isEmpty();
    }

    @Test
    void no_line_of_style_is_too_long_to_read() {
        assertThat(longLines(".css")).isEmpty();
    }

    private static Stream<String> longLines(String ending) {
        return Sources.ending(ending).stream()
                .flatMap(file -> Sources.text(file)
                        .lines()
                        .filter(line -> line.length() > LINE)
                        .map(line -> file + ": " + line.strip()));
    }
}
