package mainline.house;

import static mainline.house.Code.CODE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mainline.community.Why;
import mainline.record.Hearer;
import mainline.record.Verb;
import org.junit.jupiter.api.Test;

/** Draws into {@code docs/told.md} who hears of what, from what the verbs declare. */
class ToldTableTest {
    private static final Path DOC = Path.of("docs/told.md");
    private static final String BEGIN = "<!-- drawn by ToldTableTest -->\n";
    private static final String END = "<!-- end of what is drawn -->";

    @Test
    void the_table_shows_who_hears_of_what() throws IOException {
        String doc = Sources.text(DOC);
        int begin = doc.indexOf(BEGIN) + BEGIN.length();
        if (Boolean.getBoolean("map.draw")) {
            Files.writeString(DOC, doc.substring(0, begin) + table() + doc.substring(doc.indexOf(END)));
            return;
        }
        assertThat(doc.substring(begin, doc.indexOf(END)))
                .as("docs/told.md is out of date; draw it again with: mvn -o test -Dtest=ToldTableTest -Dmap.draw=true")
                .isEqualTo(table());
    }

    private static String table() {
        return "| what is done | asked | answered | bound | following |\n|---|---|---|---|---|\n"
                + verbs().stream().map(ToldTableTest::row).collect(Collectors.joining());
    }

    private static List<Verb> verbs() {
        return CODE.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Verb.class))
                .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                .map(Verb.class::cast)
                .sorted(Comparator.comparing(Verb::code))
                .toList();
    }

    private static String row(Verb verb) {
        if (verb.hearers().getFirst() instanceof Hearer.Nobody nobody)
            return "| `" + verb.code() + "` | nobody: " + nobody.because() + " | | | |\n";
        return Arrays.stream(Why.values())
                .map(why -> cell(verb, why))
                .collect(Collectors.joining(" | ", "| `" + verb.code() + "` | ", " |\n"));
    }

    private static String cell(Verb verb, Why why) {
        return verb.hearers().stream()
                .filter(hearer -> !(hearer instanceof Hearer.Settling))
                .filter(hearer -> why(hearer) == why)
                .map(ToldTableTest::who)
                .collect(Collectors.joining("; "));
    }

    private static Why why(Hearer hearer) {
        return switch (hearer) {
            case Hearer.Owner owner -> Why.ANSWERED;
            case Hearer.Followers followers -> Why.FOLLOWING;
            case Hearer.Everybody all -> Why.BOUND;
            case Hearer.Roll roll -> Why.BOUND;
            case Hearer.Stewards stewards -> Why.ASKED;
            case Hearer.Named named -> named.why();
            case Hearer.Settling settling -> throw new IllegalStateException("it tells nobody");
            case Hearer.Nobody nobody -> throw new IllegalStateException("nobody stands alone");
        };
    }

    private static String who(Hearer hearer) {
        return switch (hearer) {
            case Hearer.Owner owner -> "whose it is";
            case Hearer.Followers followers -> "who follows it";
            case Hearer.Everybody all -> "all members";
            case Hearer.Roll roll -> "everybody on the roll";
            case Hearer.Stewards stewards -> "the stewards of the whole handbook";
            case Hearer.Named named -> named.who().toLowerCase(Locale.ROOT);
            case Hearer.Settling settling -> "";
            case Hearer.Nobody nobody -> "";
        };
    }
}
