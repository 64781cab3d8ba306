package mainline.effort;

import java.time.Clock;
import java.util.List;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Member;
import mainline.interests.Declared;
import mainline.interests.Interests;
import mainline.kernel.Paged;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Others say that work was done, which makes it count; whoever gains from it says it without effect. */
@Component
public class Confirmations {
    private final Contributions contributions;
    private final ContributionStore store;
    private final NeedStore totals;
    private final Counts counts;
    private final Interests interests;
    private final PublicRecord record;
    private final Clock clock;

    Confirmations(
            Contributions contributions,
            ContributionStore store,
            NeedStore totals,
            Counts counts,
            Interests interests,
            PublicRecord record,
            Clock clock) {
        this.contributions = contributions;
        this.store = store;
        this.totals = totals;
        this.counts = counts;
        this.interests = interests;
        this.record = record;
        this.clock = clock;
    }

    /** What waits for this member's word, the longest waiting first, after the given number (0 for the start). */
    public Paged<Contribution> waitingFor(Member member, long after, int size) {
        List<Long> said = interests.numbers(member.community(), member.person(), Declared.Act.CONFIRMATION);
        return Paged.of(
                store.waiting(member.community(), member.person(), said, after, size + 1),
                size,
                each -> each.subject().number());
    }

    /**
     * Confirms another member's work. Its own author cannot, and nobody can a second time.
     *
     * @param interest what the member gains by it; when there is something, the word is shown and does not count
     * @return whether it counts now
     * @throws Refused for {@code interest}, or as a whole
     */
    @Transactional
    public boolean confirm(Member member, Subject subject, String interest) {
        Contribution contribution = contributions.get(subject);
        if (contribution.member().equals(member.person())) throw Refused.because("", "contribution.own");
        if (gains(member, subject)) throw Refused.because("", "contribution.interest-said");
        if (!Interests.tidy(interest).isEmpty()) {
            say(member, contribution, interest);
            return false;
        }
        if (!store.confirm(subject, member.person(), clock.instant()))
            throw Refused.because("", "contribution.settled");
        int quarters = contribution.hours().quarters();
        totals.addGiven(contribution.idea(), contribution.kind(), quarters);
        counts.add(member.community(), Count.HOURS_GIVEN, quarters);
        record.add(Act.by(
                member.person(),
                EffortVerb.CONTRIBUTION_CONFIRMED,
                subject,
                contribution.title(),
                contribution.hours().toString()));
        return true;
    }

    /** Whether this member has said their word, which does not count since they gain from it. */
    boolean gains(Member member, Subject contribution) {
        return interests
                .own(member.person(), Declared.Act.CONFIRMATION, contribution)
                .isPresent();
    }

    private void say(Member member, Contribution contribution, String interest) {
        if (!contribution.isWaiting()) throw Refused.because("", "contribution.settled");
        String title = contribution.title();
        interests.declareTold(member.person(), Declared.Act.CONFIRMATION, contribution.subject(), title, interest);
        record.add(Act.by(
                member.person(),
                EffortVerb.CONTRIBUTION_CONFIRMED_WITH_INTEREST,
                contribution.subject(),
                title,
                interest.strip()));
    }
}
