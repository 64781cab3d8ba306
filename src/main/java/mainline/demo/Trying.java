package mainline.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Member;
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

/** The part of the story in which practices are tried and judged. */
@Component
@ConditionalOnProperty("mainline.demo")
class Trying {
    private final Practices practices;
    private final Trials trials;
    private final Evaluations evaluations;
    private final Verdicts verdicts;
    private final Changes changes;
    private final Proposals proposals;

    Trying(
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

    /** Five trials, a verdict to revise, and the change that came of it, waiting for review. */
    void silentStart(Script script, Function<String, Member> as, Instant today) {
        Supplier<Practice> practice = practice(as.apply("ngozi"), "meetings/silent-start.md");
        report(
                script,
                today,
                as.apply("joaquin"),
                practice,
                70,
                "Food bank, weekly round",
                "14",
                "6",
                "Quick and calm. Two people said it was the first time they had read the page.",
                Trial.Keep.YES);
        report(
                script,
                today,
                as.apply("mei"),
                practice,
                58,
                "Old town team",
                "11",
                "5",
                "It worked from the second time on.",
                Trial.Keep.YES);
        report(
                script,
                today,
                as.apply("tomas"),
                practice,
                44,
                "Stewards' meeting",
                "9",
                "8",
                "The chair filled the silence after a minute. We need a rule for that.",
                Trial.Keep.CHANGES);
        report(
                script,
                today,
                as.apply("farid"),
                practice,
                30,
                "Saturday planning",
                "12",
                "4",
                "After the silence everybody had a question ready.",
                Trial.Keep.YES);
        report(
                script,
                today,
                as.apply("amara"),
                practice,
                16,
                "Board of the harbour office",
                "15",
                "13",
                "The chair began at once, and the rest kept quiet.",
                Trial.Keep.CHANGES);
        script.daysAgo(4.9);
        Made<Verdict> verdict = script.make(
                () -> judge(
                        as.apply("ngozi"),
                        practice,
                        Verdict.Choice.REVISE,
                        "It helps where the chair waits. In two of five trials the chair filled the silence, so the page has to say when the chair speaks."));
        script.daysAgo(2);
        script.act(() -> revise(as.apply("amara"), practice.get(), verdict.get()));
    }

    private void revise(Member member, Practice practice, Verdict verdict) {
        if (verdict.change() == null) throw new IllegalStateException("a verdict to revise drafts a change");
        Change draft = changes.get(verdict.change());
        proposals.revise(
                member,
                draft.subject(),
                draft.version(),
                new Proposal(
                        practice.page(),
                        "",
                        Harbour.text("silent-start-revised.md"),
                        "Let the chair speak last",
                        draft.why(),
                        "",
                        draft.from()));
    }

    /** Three trials and a verdict to keep. */
    void newcomers(Script script, Function<String, Member> as, Instant today) {
        Supplier<Practice> practice = practice(as.apply("tomas"), "people/first-fortnight.md");
        report(
                script,
                today,
                as.apply("ngozi"),
                practice,
                50,
                "Harbour kitchen",
                "40",
                "75",
                "Three of four are still here.",
                Trial.Keep.YES);
        report(
                script,
                today,
                as.apply("joaquin"),
                practice,
                42,
                "Food bank",
                "50",
                "67",
                "The question on day four told us more than any survey.",
                Trial.Keep.YES);
        report(script, today, as.apply("sofie"), practice, 28, "Saturday shift", "45", "80", "", Trial.Keep.YES);
        script.daysAgo(19.5);
        script.act(() -> judge(
                as.apply("tomas"),
                practice,
                Verdict.Choice.KEEP,
                "Three places tried it and more newcomers stayed in each of them."));
    }

    private Supplier<Practice> practice(Member member, String page) {
        return () -> practices.at(member.community(), page).orElseThrow();
    }

    private void report(
            Script script,
            Instant today,
            Member member,
            Supplier<Practice> practice,
            int day,
            String place,
            String before,
            String after,
            String happened,
            Trial.Keep keep) {
        script.daysAgo(day);
        LocalDate tried = LocalDate.ofInstant(today, ZoneOffset.UTC).minusDays(day + 1L);
        script.act(() -> trials.report(
                member,
                practice.get().subject(),
                new Report(
                        place,
                        tried,
                        before,
                        after,
                        happened.isEmpty() ? "It went as the page says." : happened,
                        keep)));
    }

    private Verdict judge(Member member, Supplier<Practice> judged, Verdict.Choice choice, String reason) {
        Practice practice = judged.get();
        Subject project = practice.project();
        if (project == null) throw new IllegalStateException("the practice has no project");
        evaluations.open(project);
        return verdicts.give(member, project, choice, reason, practice.subject().number(), Locale.ENGLISH);
    }
}
