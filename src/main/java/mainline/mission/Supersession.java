package mainline.mission;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mainline.community.Member;
import mainline.community.Notice;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.platform.Job;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of work that cites a clause which has changed: it is listed, its author is told and says what it serves now. */
@Component
public class Supersession {
    private static final int BATCH = 100;

    /** A clause that became another, or went, in that version. */
    public record Change(int clause, int version) {}

    private final SupersessionStore store;
    private final ObjectProvider<Citations> citations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Supersession(
            SupersessionStore store,
            ObjectProvider<Citations> citations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.citations = citations;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    static Job tellThoseWhoCite(Supersession supersession) {
        return new Job("mission.superseded", Duration.ofSeconds(20), () -> {
            while (supersession.tellSome()) {}
        });
    }

    /** The version in which each clause last changed. */
    Map<Integer, Integer> changed(CommunityId community) {
        return store.latest(community).stream().collect(Collectors.toMap(Change::clause, Change::version));
    }

    /** The last change of each clause, newest first. */
    List<Change> changes(CommunityId community) {
        return store.latest(community);
    }

    /** From that version on these clauses read otherwise or are gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(CommunityId community, int version, Set<Integer> clauses) {
        List<String> kinds =
                citations.stream().map(source -> source.kind().name()).toList();
        store.add(community, version, clauses, kinds, clock.instant());
    }

    /** Up to {@code size} things that still cite the clause as it was before that change, by number. */
    Paged<Citation> citing(CommunityId community, Change change, long after, int size) {
        return citations
                .orderedStream()
                .map(source -> source.before(community, change.clause(), change.version(), after, size))
                .filter(page -> !page.items().isEmpty())
                .findFirst()
                .orElse(new Paged<>(List.of(), null));
    }

    /** Its author says which clause it serves as the mission stands now; the same one means that it still fits. */
    @Transactional
    public void cite(Member author, Subject subject, int clause) {
        citations.stream()
                .filter(source -> source.kind() == subject.kind())
                .findFirst()
                .orElseThrow(() -> new Missing("citation"))
                .cite(author, subject, clause);
    }

    /**
     * Tells the next authors, a batch at a time.
     *
     * @return false when all are told
     */
    @Transactional
    public boolean tellSome() {
        Optional<SupersessionStore.Untold> next = store.nextUntold();
        if (next.isEmpty()) return false;
        SupersessionStore.Untold untold = next.get();
        citations.stream()
                .filter(source -> source.kind() == untold.kind())
                .findFirst()
                .ifPresentOrElse(source -> tell(source, untold), () -> store.told(untold));
        return true;
    }

    private void tell(Citations source, SupersessionStore.Untold untold) {
        Change change = untold.change();
        Paged<Citation> page =
                source.before(untold.community(), change.clause(), change.version(), untold.after(), BATCH);
        for (Citation citation : page.items())
            events.publishEvent(Notice.asked(
                    citation.author(),
                    citation.subject(),
                    Reason.of("mission.superseded.notice", "M" + change.clause(), citation.title())));
        if (page.next() == null) store.told(untold);
        else store.toldUpTo(untold, page.next().or(0));
    }
}
