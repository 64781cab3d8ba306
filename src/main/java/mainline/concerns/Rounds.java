package mainline.concerns;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import mainline.community.Audience;
import mainline.community.Member;
import mainline.community.Notice;
import mainline.community.Written;
import mainline.decisions.ChoiceDraft;
import mainline.decisions.Decision;
import mainline.decisions.DecisionAmended;
import mainline.decisions.DecisionVerb;
import mainline.decisions.Decisions;
import mainline.decisions.Electorate;
import mainline.decisions.Method;
import mainline.decisions.Phase;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import mainline.text.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rounds of consent: understand, react, amend, object. What is good enough for now and safe enough to try passes, unless
 * somebody shows the harm it would do.
 */
@Component
public class Rounds {
    static final int LONGEST = 2000;
    private static final int EXCERPT = 120;
    private static final int MANY = 100;

    private final RoundStore store;
    private final Decisions decisions;
    private final Electorate electorate;
    private final PublicRecord record;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Rounds(
            RoundStore store,
            Decisions decisions,
            Electorate electorate,
            PublicRecord record,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.decisions = decisions;
        this.electorate = electorate;
        this.record = record;
        this.clock = clock;
        this.events = events;
    }

    Round of(Decision decision) {
        return store.latest(decision.subject()).orElseGet(() -> Round.first(decision.opened(), decision.ends()));
    }

    /** The last word of each member in the present round, the earliest first. */
    List<Word> words(Decision decision) {
        return store.words(decision.subject(), of(decision).number());
    }

    /**
     * Consents, objects, or takes an objection back; it can be changed until the end, and the last word counts.
     *
     * @param round the one whose page this was said on
     * @throws Refused for the fields {@code kind} and {@code text}, or as a whole
     */
    @Transactional
    public void say(Member by, Subject subject, int round, Word.Kind kind, String text) {
        Decision decision = decisions.hold(subject);
        String refusal = whyNotSay(decision, by);
        if (refusal != null) throw Refused.because("", refusal);
        if (of(decision).number() != round) throw Refused.because("", "consent.another-round");
        Refused.Check check = new Refused.Check();
        String missing = "consent.text." + kind;
        if (kind == Word.Kind.OBJECTION || kind == Word.Kind.RESERVATION) check.that(!text.isBlank(), "text", missing);
        check.optional(text, "text", LONGEST).orRefuse();
        Word before = words(decision).stream()
                .filter(word -> word.by().equals(by.person()))
                .findFirst()
                .orElse(null);
        Word word = new Word(by.person(), kind, text.strip(), clock.instant());
        if (before != null && before.kind() == kind && before.text().equals(word.text())) return;
        if (before == null && kind == Word.Kind.WITHDRAWN) return;
        store.say(subject, round, word);
        tell(decision, before, word);
        endIfAllConsent(decision);
    }

    /** @return the key of what keeps this member from having a word now, or null */
    @Nullable
    String whyNotSay(Decision decision, Member by) {
        if (decision.method() != Method.CONSENT) return "consent.not-this-way";
        if (!decision.takesBallots(clock.instant())) return "decision.over";
        if (of(decision).phase(clock.instant()) != Phase.OBJECT) return "consent.not-yet";
        return electorate.isOnRoll(decision, by.person()) ? null : "consent.not-on-roll";
    }

    /** Objections are worked on, so they are told at once; consents are counted at the end. */
    private void tell(Decision decision, @Nullable Word before, Word word) {
        boolean objected = before != null && before.kind() == Word.Kind.OBJECTION;
        Subject subject = decision.subject();
        if (word.kind() == Word.Kind.OBJECTION) {
            record.add(Act.by(
                    word.by(),
                    DecisionVerb.CONSENT_OBJECTED,
                    subject,
                    decision.question(),
                    Markdown.excerpt(word.text(), EXCERPT)));
            tellAsker(decision, word.by(), "consent.told.objected");
            events.publishEvent(new Written(
                    new Member(subject.community(), word.by()),
                    subject,
                    decision.question(),
                    "text",
                    word.text(),
                    before == null || !objected ? List.of() : List.of(before.text())));
        } else if (objected) {
            record.add(Act.by(word.by(), DecisionVerb.CONSENT_OBJECTION_WITHDRAWN, subject, decision.question()));
            tellAsker(decision, word.by(), "consent.told.withdrawn");
        }
    }

    private void tellAsker(Decision decision, PersonId by, String key) {
        if (!by.equals(decision.by()))
            events.publishEvent(
                    Notice.answered(decision.by(), decision.subject(), Reason.of(key, decision.question())));
    }

    private void endIfAllConsent(Decision decision) {
        if (!decision.endsWhenAllVoted()) return;
        List<Word> words = words(decision);
        if (words.stream().filter(Word::consents).count() < decision.eligible()) return;
        decisions.end(decision.subject(), clock.instant());
    }

    /**
     * Whoever asked begins the next phase early; each later one keeps its length. Objecting is never cut short.
     *
     * @param from the phase whose page this was asked on, so that asking twice moves on once
     */
    @Transactional
    public void moveOn(Member by, Subject subject, String from) {
        Decision decision = decisions.hold(subject);
        if (!decision.by().equals(by.person())) throw Refused.because("", "decision.not-yours");
        Round round = of(decision);
        Phase phase = round.phase(clock.instant());
        if (decision.method() != Method.CONSENT || !decision.takesBallots(clock.instant()) || phase == Phase.OBJECT)
            throw Refused.because("", "consent.no-next");
        if (!phase.name().equals(from)) return;
        Round next = round.moveOn(clock.instant());
        store.keep(subject, next);
        decisions.end(subject, next.ends());
        Phase now = next.phase(clock.instant());
        record.add(Act.by(by.person(), DecisionVerb.begun(now), subject, decision.question()));
        if (now == Phase.OBJECT) ask(decision, next);
    }

    /** Rounds whose roll is to be told that it is time to consent or object. */
    List<Subject> toAsk() {
        return store.toAsk(clock.instant(), MANY);
    }

    /** Tells everybody on the roll that their word is asked for, once per round. */
    @Transactional
    void ask(Subject subject) {
        Decision decision = decisions.hold(subject);
        Round round = of(decision);
        if (decision.takesBallots(clock.instant()) && round.phase(clock.instant()) == Phase.OBJECT)
            ask(decision, round);
    }

    private void ask(Decision decision, Round round) {
        if (store.asked(decision.subject(), round.number(), clock.instant())) tellRoll(decision, "consent.told.object");
    }

    /** The words are free while they are being amended, and stand while people react and object. */
    @EventListener
    void amended(DecisionAmended amendment) {
        Subject subject = amendment.decision();
        Decision decision = decisions.get(subject.community(), subject.number());
        if (decision.method() != Method.CONSENT) return;
        if (!decision.takesBallots(clock.instant())) throw Refused.because("", "decision.over");
        if (amendment.material() && of(decision).phase(clock.instant()) != Phase.AMEND)
            throw Refused.because("", "consent.not-amending");
    }

    /** Keeps which words failed, and begins the round after if there is one. The caller holds the decision. */
    void failed(Decision decision) {
        Round round = of(decision);
        store.keep(decision.subject(), round);
        store.failed(decision.subject(), round.number(), decision.version());
        if (round.number() >= Round.MOST) return;
        Round next = round.again(clock.instant());
        store.keep(decision.subject(), next);
        decisions.end(decision.subject(), next.ends());
        record.add(Act.byItself(DecisionVerb.CONSENT_AGAIN, decision.subject(), decision.question(), ""));
        tellRoll(decision, "consent.told.again");
    }

    /** The wordings that were objected to, as options; the same words with another background are told apart by number. */
    List<ChoiceDraft> variants(Decision decision) {
        List<ChoiceDraft> variants = new ArrayList<>();
        for (RoundStore.Wording wording : store.objectedTo(decision.subject())) {
            boolean taken = variants.stream().anyMatch(each -> each.text().equals(wording.question()));
            String text = taken ? cut(wording.question(), 290) + " (" + wording.version() + ")" : wording.question();
            variants.add(new ChoiceDraft(text, cut(wording.background(), 5000), 0));
        }
        return variants;
    }

    private static String cut(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) return text;
        return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }

    private void tellRoll(Decision decision, String key) {
        // It may have been given another end in this very act.
        Decision now =
                decisions.get(decision.subject().community(), decision.subject().number());
        Audience roll = new Audience.Roll(decision.subject(), decision.by());
        events.publishEvent(Notice.asked(roll, decision.subject(), now.told(key, now.ends())));
    }
}
