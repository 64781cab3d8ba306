package mainline.stewardship;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.community.MemberLeft;
import mainline.community.Numbers;
import mainline.concerns.Unanimity;
import mainline.decisions.Decision;
import mainline.decisions.DecisionWithdrawn;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.decisions.RuleBook;
import mainline.decisions.Stage;
import mainline.handbook.Area;
import mainline.handbook.Handbook;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Putting members forward as stewards. Whoever is asked says yes or no in private; after a yes the question goes to the
 * community by lazy consensus, and {@link Confirmation} writes what came of it into the file of stewards. Locks are taken in
 * one order: the decision, the handbook, the nomination.
 */
@Component
public class Nominations {
    /** So long before the end of a term it can be renewed. */
    static final int RENEWABLE_DAYS = 60;

    private static final int MOST_ASKED = 20;

    private final NominationStore store;
    private final RosterFile rosterFile;
    private final Handbook handbook;
    private final List<Eligibility> eligibility;
    private final Decisions decisions;
    private final Unanimity unanimity;
    private final RuleBook rules;
    private final Communities communities;
    private final People people;
    private final Numbers numbers;
    private final StewardNotices notices;
    private final PublicRecord record;
    private final Clock clock;

    Nominations(
            NominationStore store,
            RosterFile rosterFile,
            Handbook handbook,
            List<Eligibility> eligibility,
            Decisions decisions,
            Unanimity unanimity,
            RuleBook rules,
            Communities communities,
            People people,
            Numbers numbers,
            StewardNotices notices,
            PublicRecord record,
            Clock clock) {
        this.store = store;
        this.rosterFile = rosterFile;
        this.handbook = handbook;
        this.eligibility = eligibility;
        this.decisions = decisions;
        this.unanimity = unanimity;
        this.rules = rules;
        this.communities = communities;
        this.people = people;
        this.numbers = numbers;
        this.notices = notices;
        this.record = record;
        this.clock = clock;
    }

    public Optional<Nomination> find(CommunityId community, long number) {
        return store.find(new Subject(community, Subject.Kind.NOMINATION, number));
    }

    /** @throws Missing when there is none */
    public Nomination get(Subject nomination) {
        return store.find(nomination).orElseThrow(() -> new Missing("nomination " + nomination.number()));
    }

    /** Those the community is deciding upon, the newest first. */
    public List<Nomination> deciding(CommunityId community, int most) {
        return store.deciding(community, most);
    }

    /** Open ones by this member or for them, the newest first; nobody else may know of those that wait for an answer. */
    List<Nomination> concerning(Member member, int most) {
        return store.concerning(member.community(), member.person(), most);
    }

    /** What every rule says about this person for this area. */
    public List<Eligibility.Verdict> verdicts(CommunityId community, PersonId person, String area) {
        return eligibility.stream()
                .map(rule -> rule.of(community, person, area))
                .toList();
    }

    /** Whether this person is being put forward for this area just now. */
    boolean isOpen(CommunityId community, String area, PersonId person) {
        return store.isOpen(community, area, person);
    }

    Set<PersonId> agreed(Subject nomination) {
        return store.agreed(nomination);
    }

    /**
     * Puts a member forward, oneself included; they are asked, and nothing is said to anybody else until they accept.
     *
     * @param typedArea an area or a folder, empty for the whole handbook
     * @throws Refused for {@code area}, {@code person}, {@code reason}, {@code interest}, or as a whole
     */
    @Transactional
    public Nomination nominate(Member by, String typedArea, PersonId nominee, String reason, String interest) {
        CommunityId community = by.community();
        Area area = rosterFile
                .find(community, typedArea)
                .orElseThrow(() -> Refused.because("area", "steward.area.unknown"));
        new Refused.Check()
                .text(reason, "reason", Nomination.LONGEST_REASON)
                .optional(interest, "interest", Nomination.LONGEST_INTEREST)
                .that(communities.isMember(community, nominee), "person", "steward.member-only")
                .orRefuse();
        long asked = store.concerning(community, by.person(), MOST_ASKED * 2).stream()
                .filter(open -> open.by().equals(by.person()))
                .count();
        if (asked >= MOST_ASKED) throw Refused.because("", "nomination.too-many");
        Optional<Term> term = rosterFile.term(community, area.path(), nominee);
        check(community, area.path(), nominee, term);
        Nomination nomination = new Nomination(
                numbers.next(community, Subject.Kind.NOMINATION),
                area.path(),
                nominee,
                by.person(),
                reason.replace("\r\n", "\n").strip(),
                interest.strip(),
                "",
                term.isPresent(),
                clock.instant(),
                new Nomination.Asked());
        if (!store.add(nomination)) throw Refused.because("person", "nomination.twice");
        if (nomination.isSelf()) return accept(by, nomination.subject());
        notices.asked(nomination);
        return nomination;
    }

    private void check(CommunityId community, String area, PersonId nominee, Optional<Term> term) {
        boolean stays = term.filter(held -> held.daysLeft(rosterFile.today(community)) > RENEWABLE_DAYS)
                .isPresent();
        int barred = rules.current(community).waits().barredDays();
        Instant since = clock.instant().minus(Duration.ofDays(barred));
        new Refused.Check()
                .that(!stays, "person", "steward.already")
                .that(!store.isOpen(community, area, nominee), "person", "nomination.twice")
                .that(!store.wasTurnedDown(community, area, nominee, since), "person", "nomination.barred", barred)
                .orRefuse();
        for (Eligibility.Verdict verdict : verdicts(community, nominee, area))
            if (!verdict.eligible()) throw Refused.because("person", "nomination.not-eligible", verdict.reason());
    }

    /**
     * The nominee says yes: the community is asked, by whoever nominated. Where everybody has said yes by that, it stands at once.
     *
     * @throws Missing for everybody else
     * @throws Refused as a whole
     */
    @Transactional
    public Nomination accept(Member nominee, Subject subject) {
        CommunityId community = nominee.community();
        Nomination nomination = hold(subject);
        if (!nomination.nominee().equals(nominee.person())) throw new Missing("nomination " + subject.number());
        if (!(nomination.state() instanceof Nomination.Asked)) throw Refused.because("", "nomination.answered");
        for (Eligibility.Verdict verdict : verdicts(community, nominee.person(), nomination.area()))
            if (!verdict.eligible()) throw Refused.because("", "nomination.not-eligible", verdict.reason());
        String name = people.get(nominee.person()).name();
        String area = rosterFile.written(community, nomination.area());
        String words = rosterFile.say(
                nomination.renewal() ? "nomination.words.again" : "nomination.words",
                name,
                rosterFile.name(community, nomination.area()));
        record.add(Act.by(nomination.by(), StewardshipVerb.NOMINATION_MADE, subject, name, area));
        if (!nomination.isSelf())
            record.add(Act.by(nominee.person(), StewardshipVerb.NOMINATION_ACCEPTED, subject, name, area));
        Decision decision = decisions.open(new Member(community, nomination.by()), question(nomination, words));
        store.decide(subject, clock.instant(), decision.subject(), words);
        store.agree(subject, nomination.by(), clock.instant());
        store.agree(subject, nominee.person(), clock.instant());
        notices.accepted(get(subject), decision.ends());
        unanimity.settle(decision.subject(), () -> store.agreed(subject));
        return get(subject);
    }

    private Question question(Nomination nomination, String words) {
        CommunityId community = nomination.subject().community();
        Duration window = rules.current(community).shortest(Method.LAZY_CONSENSUS, false);
        Instant ends =
                clock.instant().plus(window).truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        String background = nomination.interest().isEmpty()
                ? nomination.reason()
                : nomination.reason() + "\n\n" + rosterFile.say("nomination.interest-declared") + " "
                        + nomination.interest();
        Question plain = Question.of(words, Method.LAZY_CONSENSUS, ends).about(nomination.subject());
        return plain.explained(background);
    }

    /**
     * The nominee would rather not; nobody but whoever nominated hears of it.
     *
     * @throws Missing for everybody else
     */
    @Transactional
    public void decline(Member nominee, Subject subject) {
        Nomination nomination = hold(subject);
        if (!nomination.nominee().equals(nominee.person())) throw new Missing("nomination " + subject.number());
        if (!(nomination.state() instanceof Nomination.Asked)) throw Refused.because("", "nomination.answered");
        store.end(subject, "DECLINED", clock.instant(), null);
        notices.declined(nomination);
    }

    /** Whoever nominated takes it back before there was an answer; afterwards they withdraw the decision. */
    @Transactional
    public void withdraw(Member by, Subject subject) {
        Nomination nomination = hold(subject);
        if (!nomination.by().equals(by.person())) throw new Missing("nomination " + subject.number());
        if (!(nomination.state() instanceof Nomination.Asked)) throw Refused.because("", "nomination.answered");
        store.end(subject, "WITHDRAWN", clock.instant(), null);
    }

    /**
     * A member says yes aloud to what would stand by silence; when everybody has, nobody is waited for.
     *
     * @throws Refused as a whole when it is not asked that way any more
     */
    @Transactional
    public void agree(Member member, Subject subject) {
        Nomination nomination = get(subject);
        if (!(nomination.state() instanceof Nomination.Deciding deciding) || !isBySilence(deciding.decision()))
            throw Refused.because("", "nomination.not-by-silence");
        if (store.agreed(subject).contains(member.person())) return;
        store.agree(subject, member.person(), clock.instant());
        String name = people.get(nomination.nominee()).name();
        String area = rosterFile.written(member.community(), nomination.area());
        record.add(Act.by(member.person(), StewardshipVerb.NOMINATION_AGREED, subject, name, area));
        unanimity.settle(deciding.decision(), () -> store.agreed(subject));
    }

    private boolean isBySilence(Subject decision) {
        Decision asked = decisions.get(decision.community(), decision.number());
        return asked.method() == Method.LAZY_CONSENSUS && asked.stage() instanceof Stage.Open;
    }

    private Nomination hold(Subject subject) {
        handbook.hold(subject.community());
        store.lock(subject);
        return get(subject);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawn(DecisionWithdrawn withdrawn) {
        Subject about = withdrawn.about();
        if (about == null || about.kind() != Subject.Kind.NOMINATION) return;
        Nomination nomination = hold(about);
        if (nomination.state() instanceof Nomination.Deciding deciding
                && decisions.first(withdrawn.decision()).equals(deciding.decision()))
            store.end(about, "WITHDRAWN", clock.instant(), null);
    }

    /** Who left cannot be confirmed, and who left before there was an answer asks nothing any more. */
    @EventListener
    @Order(1)
    @Transactional(propagation = Propagation.MANDATORY)
    public void left(MemberLeft left) {
        handbook.hold(left.community());
        for (Nomination nomination : store.concerning(left.community(), left.person(), 1000)) {
            boolean deciding = nomination.state() instanceof Nomination.Deciding;
            boolean nominee = nomination.nominee().equals(left.person());
            if (deciding && !nominee) continue;
            store.end(nomination.subject(), "LAPSED", clock.instant(), nominee ? "left" : "asker-left");
            if (deciding)
                record.add(Act.byItself(
                        StewardshipVerb.NOMINATION_LAPSED,
                        nomination.subject(),
                        people.get(left.person()).name(),
                        rosterFile.written(left.community(), nomination.area())));
        }
    }
}
