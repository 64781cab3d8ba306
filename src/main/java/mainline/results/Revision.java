package mainline.results;

import java.text.ListFormat;
import java.util.Comparator;
import java.util.List;
import mainline.changes.ChangeDraft;
import mainline.community.Here;
import mainline.handbook.Handbook;
import mainline.kernel.Subject;
import mainline.platform.Settings;
import mainline.text.Markdown;
import org.springframework.stereotype.Component;

/** Writes the change that a verdict to revise asks for: the page as it is, and below it what the trials say. */
@Component
class Revision {
    private static final int CITED = 5;

    private final Handbook handbook;
    private final TrialStore trials;
    private final Settings settings;

    Revision(Handbook handbook, TrialStore trials, Settings settings) {
        this.handbook = handbook;
        this.trials = trials;
        this.settings = settings;
    }

    ChangeDraft of(Here here, Verdict verdict, Practice practice) {
        List<Trial> cited = cited(practice);
        String present = handbook.text(here.id(), practice.page()).orElse("");
        String title = here.say("revision.title", Markdown.excerpt(practice.title(), 80));
        String why = here.say("revision.why", because(here, verdict, cited));
        return new ChangeDraft(
                practice.page(),
                present.stripTrailing() + "\n\n" + section(here, verdict, cited),
                title,
                why,
                verdict.subject());
    }

    /** Those that ask for a change first; where none does, the newest. */
    private List<Trial> cited(Practice practice) {
        List<Trial> newest = trials.of(practice.subject(), Long.MAX_VALUE, 100);
        List<Trial> unhappy = newest.stream()
                .filter(trial -> trial.keep() != Trial.Keep.YES)
                .limit(CITED)
                .toList();
        return (unhappy.isEmpty() ? newest.stream().limit(CITED) : unhappy.stream())
                .sorted(Comparator.comparingLong(trial -> trial.subject().number()))
                .toList();
    }

    private static String because(Here here, Verdict verdict, List<Trial> cited) {
        if (cited.isEmpty()) return Markdown.excerpt(verdict.reason(), 400);
        List<String> names = cited.stream().map(trial -> name(here, trial)).toList();
        String list = ListFormat.getInstance(here.shell().locale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(names);
        return here.say("revision.because", list, Markdown.excerpt(verdict.reason(), 300));
    }

    private String section(Here here, Verdict verdict, List<Trial> cited) {
        StringBuilder text = new StringBuilder("## " + here.say("revision.heading") + "\n\n");
        text.append(here.say(
                        "revision.asks",
                        "[" + here.say("revision.verdict") + "](" + address(here, verdict.subject()) + ")"))
                .append("\n");
        for (Trial trial : cited)
            text.append("\n- ")
                    .append(link(here, trial))
                    .append(" (")
                    .append(plain(trial.place()))
                    .append("): ")
                    .append(plain(Markdown.excerpt(trial.happened(), 200)));
        return text.append("\n").toString();
    }

    private String link(Here here, Trial trial) {
        return "[" + name(here, trial) + "](" + address(here, trial.subject()) + ")";
    }

    /** In full, so that it also leads somewhere from a clone of the handbook. */
    private String address(Here here, Subject subject) {
        return settings.address(here.path(subject.path()));
    }

    private static String name(Here here, Trial trial) {
        return here.say("trial.number", "" + trial.subject().number());
    }

    /** Words of people inside our own Markdown: on one line, and with nothing that would mean something there. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|~!])", "\\\\$1");
    }
}
