package mainline.demo;

import java.util.Locale;
import java.util.function.Supplier;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.demo.Script.Made;
import mainline.kernel.Subject;
import mainline.results.Evaluations;
import mainline.results.Practice;
import mainline.results.Practices;
import mainline.results.Report;
import mainline.results.Trial;
import mainline.results.Trials;
import mainline.results.Verdict;
import mainline.results.Verdicts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What happens to practices: they are tried, judged, and perhaps written anew. */
@Component
@ConditionalOnProperty("mainline.demo")
class PracticeThreads {
    private final Practices practices;
    private final Trials trials;
    private final Evaluations evaluations;
    private final Verdicts verdicts;
    private final Changes changes;
    private final Proposals proposals;

    PracticeThreads(
            Practices practices,
            Trials trials,
            Evaluations evaluations,
            Verdicts verdicts,
            Changes changes,
            Proposals proposals) {
        this.practices = practices;
        this.trials = trials;
        this.evaluations = evaluations;
        this.verdicts = verdicts;
        this.changes = changes;
        this.proposals = proposals;
    }

    /** @param convener who judges it */
    PracticeThread at(Story story, String convener, String page) {
        return new PracticeThread(story, convener, page);
    }

    /** One practice. */
    final class PracticeThread {
        private final Story story;
        private final String convener;
        private final String page;

        private PracticeThread(Story story, String convener, String page) {
            this.story = story;
            this.convener = convener;
            this.page = page;
        }

        private Practice practice() {
            return practices.at(story.as(convener).community(), page).orElseThrow();
        }

        /** Tried on one day and reported on the next. */
        void tried(
                String name, int daysAgo, String place, String before, String after, String happened, Trial.Keep keep) {
            story.daysAgo(daysAgo);
            story.act(() -> trials.report(
                    story.as(name),
                    practice().subject(),
                    new Report(place, story.day(-daysAgo - 1), before, after, happened, keep)));
        }

        Made<Verdict> judge(Verdict.Choice choice, String reason) {
            return story.make(() -> {
                Practice practice = practice();
                Subject project = practice.project();
                if (project == null) throw new IllegalStateException("the practice has no project");
                evaluations.open(project);
                long number = practice.subject().number();
                return verdicts.give(story.as(convener), project, choice, reason, "", number, Locale.ENGLISH);
            });
        }

        /** Somebody takes up the draft that a verdict to revise left. */
        void revise(String name, Supplier<Verdict> verdict, String file, String title) {
            story.act(() -> {
                Subject drafted = verdict.get().change();
                if (drafted == null) throw new IllegalStateException("a verdict to revise drafts a change");
                Change draft = changes.get(drafted);
                proposals.revise(
                        story.as(name),
                        draft.subject(),
                        draft.version(),
                        new Proposal(page, "", Story.text(file), title, draft.why(), "", draft.from()));
            });
        }
    }
}
