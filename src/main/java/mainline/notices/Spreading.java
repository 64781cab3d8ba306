package mainline.notices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.community.AllTold;
import mainline.community.Audience;
import mainline.community.Hearers;
import mainline.community.Notice;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.platform.Errand;
import mainline.platform.ErrandRunner;
import mainline.platform.Errands;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Tells a great many, so many in one transaction with the errand to tell the next ones. */
@Component
class Spreading implements ErrandRunner<Spread> {
    static final int PORTION = 500;

    private final Notices notices;
    private final Errands errands;
    private final ObjectProvider<Hearers<?>> hearers;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;

    Spreading(
            Notices notices,
            Errands errands,
            ObjectProvider<Hearers<?>> hearers,
            TransactionOperations transaction,
            ApplicationEventPublisher events) {
        this.notices = notices;
        this.errands = errands;
        this.hearers = hearers;
        this.transaction = transaction;
        this.events = events;
    }

    @Override
    public Errand<Spread> errand() {
        return Spread.ERRAND;
    }

    @Override
    public void run(Spread spread, int attempt) {
        // Those who are told next are few as a rule, and need no errand of their own.
        Optional<Spread> next = Optional.of(spread);
        while (next.isPresent()) {
            Spread now = next.get();
            next = transaction.execute(status -> tell(now));
        }
    }

    /** @return whom to tell next, unless an errand of its own does that */
    private Optional<Spread> tell(Spread spread) {
        Notice notice = spread.notice();
        Audience.Many audience = spread.audience();
        List<PersonId> some = some(notice.subject().community(), audience, spread.after());
        List<PersonId> others =
                some.stream().filter(person -> !person.equals(audience.but())).toList();
        int told = notices.tellOnce(others, notice, Instant.parse(spread.at()), spread.act());
        if (some.size() == PORTION) {
            Spread next = spread.after(some.getLast(), told);
            errands.send(Spread.ERRAND, next.id(), next);
            return Optional.empty();
        }
        events.publishEvent(new AllTold(notice, spread.toldSoFar() + told));
        return spread.following();
    }

    private List<PersonId> some(CommunityId community, Audience.Many audience, long after) {
        return hearers.stream()
                .filter(each -> each.audience().isInstance(audience))
                .map(each -> some(each, community, audience, after))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody knows who " + audience + " are"));
    }

    private static <A extends Audience.Many> List<PersonId> some(
            Hearers<A> hearers, CommunityId community, Audience.Many audience, long after) {
        return hearers.some(community, hearers.audience().cast(audience), after, PORTION);
    }
}
