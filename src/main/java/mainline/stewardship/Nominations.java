package mainline.stewardship;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.decisions.Decision;
import mainline.handbook.Area;
import mainline.handbook.Handbook;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Verb;
import org.springframework.stereotype.Component;
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
    private final Handbook handbook;
    private final Candidacies candidacies;
    private final StewardQuestions questions;
    private final Assents assents;
    private final Numbers numbers;
    private final StewardNotices notices;
    private final StewardActs acts;
    private final Clock clock;

    Nominations(
            NominationStore store,
            Handbook handbook,
            Candidacies candidacies,
            StewardQuestions questions,
            Assents assents,
            Numbers numbers,
            StewardNotices notices,
            StewardActs acts,
            Clock clock) {
        this.store = store;
        this.handbook = handbook;
        this.candidacies = candidacies;
        this.questions = questions;
        this.assents = assents;
        this.numbers = numbers;
        this.notices = notices;
        this.acts = acts;
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
        return candidacies.verdicts(community, person, area);
    }

    /** Whether this person is being put forward for this area just now. */
    boolean isOpen(CommunityId community, String area, PersonId person) {
        return store.isOpen(community, area, person);
    }

    Set<PersonId> agreed(Subject nomination) {
        return assents.of(nomination);
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
        Area area = candidacies.area(community, typedArea);
        new Refused.Check()
                .text(reason, "reason", Nomination.LONGEST_REASON)
                .optional(interest, "interest", Nomination.LONGEST_INTEREST)
                .that(candidacies.isMember(community, nominee), "person", "steward.member-only")
                .orRefuse();
        questions.check(by, reason.strip(), interest.strip());
        mustNotAskTooMany(by);
        boolean renewal = candidacies.check(community, area.path(), nominee);
        Nomination nomination = new Nomination(
                numbers.next(community, Subject.Kind.NOMINATION),
                area.path(),
                nominee,
                by.person(),
                reason.replace("\r\n", "\n").strip(),
                interest.strip(),
                "",
                renewal,
                clock.instant(),
                new Nomination.Asked());
        if (!store.add(nomination)) throw Refused.because("person", "nomination.twice");
        if (nomination.isSelf()) return accept(by, nomination.subject());
        notices.asked(nomination);
        return nomination;
    }

    private void mustNotAskTooMany(Member by) {
        long asked = store.concerning(by.community(), by.person(), MOST_ASKED * 2).stream()
                .filter(open -> open.by().equals(by.person()))
                .count();
        if (asked >= MOST_ASKED) throw Refused.because("", "nomination.too-many");
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
        Nomination nomination = asked(nominee, subject);
        candidacies.mustBeEligible(community, nomination.area(), nominee.person(), "");
        String words = questions.words(nomination);
        tell(StewardshipVerb.NOMINATION_MADE, nomination.by(), nomination);
        if (!nomination.isSelf()) tell(StewardshipVerb.NOMINATION_ACCEPTED, nominee.person(), nomination);
        Decision decision = questions.ask(nomination, words);
        store.decide(subject, clock.instant(), decision.subject(), words);
        assents.begin(nomination);
        notices.accepted(get(subject), decision.ends());
        assents.settle(nomination, decision.subject());
        return get(subject);
    }

    private void tell(Verb verb, PersonId by, Nomination nomination) {
        acts.by(by, verb, nomination.subject(), nomination.nominee(), nomination.area());
    }

    /** One that waits for this nominee's answer. */
    private Nomination asked(Member nominee, Subject subject) {
        Nomination nomination = hold(subject);
        if (!nomination.nominee().equals(nominee.person())) throw new Missing("nomination " + subject.number());
        mustBeUnanswered(nomination);
        return nomination;
    }

    private static void mustBeUnanswered(Nomination nomination) {
        if (!(nomination.state() instanceof Nomination.Asked)) throw Refused.because("", "nomination.answered");
    }

    /**
     * The nominee would rather not; nobody but whoever nominated hears of it.
     *
     * @throws Missing for everybody else
     */
    @Transactional
    public void decline(Member nominee, Subject subject) {
        Nomination nomination = asked(nominee, subject);
        store.end(subject, "DECLINED", clock.instant(), null);
        notices.declined(nomination);
    }

    /** Whoever nominated takes it back before there was an answer; afterwards they withdraw the decision. */
    @Transactional
    public void withdraw(Member by, Subject subject) {
        Nomination nomination = hold(subject);
        if (!nomination.by().equals(by.person())) throw new Missing("nomination " + subject.number());
        mustBeUnanswered(nomination);
        store.end(subject, "WITHDRAWN", clock.instant(), null);
    }

    /**
     * A member says yes aloud to what would stand by silence; when everybody has, nobody is waited for.
     *
     * @throws Refused as a whole when it is not asked that way any more
     */
    @Transactional
    public void agree(Member member, Subject subject) {
        assents.add(member, get(subject));
    }

    private Nomination hold(Subject subject) {
        handbook.hold(subject.community());
        store.lock(subject);
        return get(subject);
    }
}
