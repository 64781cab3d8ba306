package mainline.discussion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mainline.community.Communities;
import mainline.community.MemberJoined;
import mainline.community.Viewer;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.people.People;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What members say to somebody who has just come: a discussion on the newcomer's own page. */
@Component
class Greetings {
    /** So long somebody is new, and so many of them are looked at. */
    private static final Duration NEW = Duration.ofDays(14);

    private static final int LOOKED_AT = 20;

    private final CommentStore store;
    private final Discussions discussions;
    private final Communities communities;
    private final People people;
    private final Clock clock;

    Greetings(CommentStore store, Discussions discussions, Communities communities, People people, Clock clock) {
        this.store = store;
        this.discussions = discussions;
        this.communities = communities;
        this.people = people;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void joined(MemberJoined joined) {
        discussions.open(
                of(joined.community(), joined.person()),
                people.get(joined.person()).name());
    }

    /** Where a person is greeted. */
    static Subject of(CommunityId community, PersonId person) {
        return new Subject(community, Subject.Kind.MEMBER, person.value());
    }

    /** Newcomers to whom nobody has said anything yet, the newest first, without the viewer. */
    List<PersonId> missing(Viewer viewer, int most) {
        CommunityId community = viewer.community().id();
        Instant after = clock.instant().minus(NEW);
        List<PersonId> lately = communities.joinedAfter(community, after, LOOKED_AT).stream()
                .filter(person -> !viewer.is(person))
                .toList();
        return store.unaddressed(community, lately).stream().limit(most).toList();
    }

    /** Whether somebody was greeted, or is new enough to be. */
    boolean isOpen(CommunityId community, PersonId person) {
        Subject greeting = of(community, person);
        if (!discussions.isOpen(greeting)) return false;
        return discussions.count(greeting) > 0
                || communities
                        .memberSince(community, person)
                        .filter(since -> since.isAfter(clock.instant().minus(NEW)))
                        .isPresent();
    }
}
