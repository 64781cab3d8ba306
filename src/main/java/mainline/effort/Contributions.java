package mainline.effort;

import java.time.Clock;
import java.util.Optional;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import mainline.record.Verb;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Work delivered on projects; {@link Confirmations} make it count. */
@Component
public class Contributions {
    private final ContributionStore store;
    private final Efforts efforts;
    private final Ideas ideas;
    private final Numbers numbers;
    private final PublicRecord record;
    private final Clock clock;
    private final EffortNotices notices;

    Contributions(
            ContributionStore store,
            Efforts efforts,
            Ideas ideas,
            Numbers numbers,
            PublicRecord record,
            Clock clock,
            EffortNotices notices) {
        this.store = store;
        this.efforts = efforts;
        this.ideas = ideas;
        this.numbers = numbers;
        this.record = record;
        this.clock = clock;
        this.notices = notices;
    }

    public Optional<Contribution> find(CommunityId community, long number) {
        return store.find(community, number);
    }

    /** @throws Missing when there is none */
    public Contribution get(Subject contribution) {
        return find(contribution.community(), contribution.number())
                .orElseThrow(() -> new Missing("contribution " + contribution.number()));
    }

    /** The work on one idea, newest first, before the given number (0 for the newest). */
    public Paged<Contribution> of(Subject idea, long before, int size) {
        long start = before <= 0 ? Long.MAX_VALUE : before;
        return Paged.of(
                store.of(idea, start, size + 1), size, each -> each.subject().number());
    }

    /** Whether this person's work on the idea has been confirmed at least once. */
    public boolean hasWorked(Subject idea, PersonId person) {
        return store.hasWorked(idea, person);
    }

    /**
     * Logs work on a project; it counts once another member has confirmed it.
     *
     * @throws Refused for the fields of {@link Work}, or as a whole when there is no project to work on
     */
    @Transactional
    public Contribution log(Member member, Subject subject, Work work) {
        work.check(efforts.today(member.community()));
        Idea idea = ideas.get(subject);
        if (!(idea.state() instanceof Idea.Adopted)) throw Refused.because("", "contribution.no-project");
        Contribution contribution = new Contribution(
                numbers.next(member.community(), Subject.Kind.CONTRIBUTION),
                subject,
                member.person(),
                work.kind(),
                work.hours(),
                work.day(),
                work.what().strip(),
                work.evidence().strip(),
                clock.instant(),
                new Contribution.Waiting());
        if (!store.add(contribution)) throw Refused.because("what", "contribution.twice");
        tell(EffortVerb.CONTRIBUTION_LOGGED, member.person(), contribution);
        notices.logged(contribution, idea.title());
        return contribution;
    }

    /** Its author takes it back while nobody has confirmed it. */
    @Transactional
    public void withdraw(Member member, Subject subject) {
        Contribution contribution = get(subject);
        if (!contribution.member().equals(member.person())) throw Refused.because("", "contribution.not-yours");
        if (!store.withdraw(subject, clock.instant())) throw Refused.because("", "contribution.settled");
        tell(EffortVerb.CONTRIBUTION_WITHDRAWN, member.person(), contribution);
    }

    private void tell(Verb verb, PersonId by, Contribution contribution) {
        record.add(Act.by(
                by,
                verb,
                contribution.subject(),
                contribution.title(),
                contribution.hours().toString()));
    }
}
