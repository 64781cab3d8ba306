package mainline.decisions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mainline.community.Audience;
import mainline.community.Member;
import mainline.community.Notice;
import mainline.community.Written;
import mainline.kernel.Missing;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what is asked until it is over: a typo changes nothing else, anything more begins the vote, or the talk before it, anew. */
@Component
public class Amendments {
    private final Decisions decisions;
    private final WordingStore wordings;
    private final Electorate electorate;
    private final ClockStore clocks;
    private final RuleBook rules;
    private final PublicRecord record;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Amendments(
            Decisions decisions,
            WordingStore wordings,
            Electorate electorate,
            ClockStore clocks,
            RuleBook rules,
            PublicRecord record,
            Clock clock,
            ApplicationEventPublisher events) {
        this.decisions = decisions;
        this.wordings = wordings;
        this.electorate = electorate;
        this.clocks = clocks;
        this.rules = rules;
        this.record = record;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Changes an option; unless it is surely a typo, all ballots are void and everybody who voted is asked again.
     *
     * @param version the one that was shown to whoever changes it
     * @throws Refused for {@code text}, {@code detail}, {@code hours}, or as a whole
     */
    @Transactional
    public void option(Member by, Subject subject, int option, int version, ChoiceDraft draft) {
        Decision decision = amendable(by, subject);
        Choice before = decision.options().stream()
                .filter(choice -> choice.number() == option)
                .findFirst()
                .orElseThrow(() -> new Missing("option " + option));
        List<String> others = decision.options().stream()
                .filter(choice -> choice.number() != option)
                .map(Choice::text)
                .toList();
        QuestionCheck.option(draft, decision, others, clock.instant());
        if (before.version() != version) throw Refused.because("text", "decision.moved-on");
        Choice after = new Choice(
                option,
                version + 1,
                draft.text().strip(),
                draft.detail().strip(),
                draft.quarterHours(),
                by.person(),
                clock.instant());
        if (same(before, after)) return;
        wordings.choice(subject, after);
        boolean typo = before.quarterHours() == after.quarterHours()
                && Amendment.isTypo(before.text(), after.text())
                && Amendment.isTypo(before.detail(), after.detail());
        amended(decision, by, after.text(), !typo);
    }

    /**
     * Changes the question or its background, with the same consequence.
     *
     * @throws Refused for {@code question}, {@code background}, or as a whole
     */
    @Transactional
    public void question(Member by, Subject subject, int version, String question, String background) {
        Decision decision = amendable(by, subject);
        QuestionCheck.words(question, background);
        if (decision.version() != version) throw Refused.because("question", "decision.moved-on");
        if (decision.question().equals(question.strip())
                && decision.background().equals(background.strip())) return;
        wordings.word(subject, version + 1, question.strip(), background.strip(), by.person(), clock.instant());
        boolean typo =
                Amendment.isTypo(decision.question(), question) && Amendment.isTypo(decision.background(), background);
        amended(decision, by, question.strip(), !typo);
        events.publishEvent(new Written(
                by, subject, question.strip(), "background", background.strip(), List.of(decision.background())));
    }

    private static boolean same(Choice before, Choice after) {
        return before.text().equals(after.text())
                && before.detail().equals(after.detail())
                && before.quarterHours() == after.quarterHours();
    }

    private void amended(Decision before, Member by, String words, boolean material) {
        Subject subject = before.subject();
        if (material && before.stage() instanceof Stage.Announced announced) talkAnew(before, announced, by);
        else if (material && before.method().isCounted()) {
            Instant least = clock.instant()
                    .plus(rules.current(subject.community()).shortest(before.method(), before.isAboutMission()));
            Instant ends = before.ends().isBefore(least) ? least : before.ends();
            events.publishEvent(Notice.asked(
                    new Audience.Some(electorate.voters(before).stream()
                            .filter(person -> !person.equals(by.person()))
                            .toList()),
                    subject,
                    before.told("decision.told.again", ends)));
            decisions.nextRound(before, ends);
        }
        clocks.normal(subject, Asking.normal(decisions.get(subject.community(), subject.number())));
        record.add(Act.by(
                by.person(),
                material ? DecisionVerb.AMENDED : DecisionVerb.CORRECTED,
                subject,
                before.question(),
                words));
        events.publishEvent(new DecisionAmended(subject, material));
    }

    /** Nobody has voted; everybody has the days again to talk about what is asked now. */
    private void talkAnew(Decision before, Stage.Announced announced, Member by) {
        int days = before.talk() == null ? 0 : before.talk().days();
        Instant opens = clock.instant().plus(Duration.ofDays(days));
        clocks.postpone(before.subject(), opens);
        decisions.end(before.subject(), before.ends().plus(Duration.between(announced.opens(), opens)));
        events.publishEvent(Notice.bound(
                new Audience.Members(by.person()),
                before.subject(),
                Reason.of("decision.told.announced-anew", before.question(), opens)));
    }

    private Decision amendable(Member by, Subject subject) {
        Decision decision = decisions.own(by, subject);
        // Where nothing is counted, an open concern may hold it open longer: its listener has the last word.
        boolean takesWords = decision.stage() instanceof Stage.Announced
                || (decision.stage() instanceof Stage.Open && !decision.method().isCounted());
        if (!takesWords && !decision.takesBallots(clock.instant())) throw Refused.because("", "decision.over");
        return decision;
    }
}
