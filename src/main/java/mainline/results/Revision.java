package mainline.results;

import java.text.ListFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import mainline.changes.ChangeDraft;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.handbook.Handbook;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Settings;
import mainline.text.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the change that a verdict to revise asks for: the page as it is, and below it what the trials say. */
@Component
class Revision {
    private static final int CITED = 5;

    private final VerdictStore verdicts;
    private final Proposals proposals;
    private final Handbook handbook;
    private final TrialStore trials;
    private final Communities communities;
    private final MessageSource messages;
    private final Settings settings;

    Revision(
            VerdictStore verdicts,
            Proposals proposals,
            Handbook handbook,
            TrialStore trials,
            Communities communities,
            MessageSource messages,
            Settings settings) {
        this.verdicts = verdicts;
        this.proposals = proposals;
        this.handbook = handbook;
        this.trials = trials;
        this.communities = communities;
        this.messages = messages;
        this.settings = settings;
    }

    /**
     * @param asked to finish it; null when it is anybody's
     * @param language in which it is written
     */
    void draft(Verdict verdict, Practice practice, @Nullable PersonId asked, Locale language) {
        Subject change = proposals.draft(verdict.subject().community(), asked, of(verdict, practice, language));
        verdicts.drafted(verdict.subject(), change);
    }

    private ChangeDraft of(Verdict verdict, Practice practice, Locale language) {
        List<Trial> cited = cited(practice);
        String present =
                handbook.text(practice.subject().community(), practice.page()).orElse("");
        String title = say(language, "revision.title", Markdown.excerpt(practice.title(), 80));
        String why = say(language, "revision.why", because(language, verdict, cited));
        return new ChangeDraft(
                practice.page(),
                present.stripTrailing() + "\n\n" + section(language, verdict, cited),
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

    private String because(Locale language, Verdict verdict, List<Trial> cited) {
        if (cited.isEmpty()) return Markdown.excerpt(verdict.reason(), 400);
        List<String> names = cited.stream().map(trial -> name(language, trial)).toList();
        String list = ListFormat.getInstance(language, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(names);
        return say(language, "revision.because", list, Markdown.excerpt(verdict.reason(), 300));
    }

    private String section(Locale language, Verdict verdict, List<Trial> cited) {
        StringBuilder text = new StringBuilder("## " + say(language, "revision.heading") + "\n\n");
        text.append(say(
                        language,
                        "revision.asks",
                        "[" + say(language, "revision.verdict") + "](" + address(verdict.subject()) + ")"))
                .append("\n");
        for (Trial trial : cited)
            text.append("\n- ")
                    .append(link(language, trial))
                    .append(" (")
                    .append(plain(trial.place()))
                    .append("): ")
                    .append(plain(Markdown.excerpt(trial.happened(), 200)));
        return text.append("\n").toString();
    }

    private String link(Locale language, Trial trial) {
        return "[" + name(language, trial) + "](" + address(trial.subject()) + ")";
    }

    /** In full, so that it also leads somewhere from a clone of the handbook. */
    private String address(Subject subject) {
        Community community = communities.find(subject.community()).orElseThrow();
        return settings.address(community.path(subject.path()));
    }

    private String name(Locale language, Trial trial) {
        return say(language, "trial.number", "" + trial.subject().number());
    }

    private String say(Locale language, String key, Object... gaps) {
        return messages.getMessage(key, gaps, language);
    }

    /** Words of people inside our own Markdown: on one line, and with nothing that would mean something there. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|~!])", "\\\\$1");
    }
}
