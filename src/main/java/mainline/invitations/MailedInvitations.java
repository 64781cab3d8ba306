package mainline.invitations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.community.MemberJoined;
import mainline.community.Standing;
import mainline.kernel.Refused;
import mainline.look.Shell;
import mainline.people.People;
import mainline.people.Secret;
import mainline.platform.MailAddress;
import mainline.platform.Post;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invitations by mail: each address gets a link of its own, which one person can join by, and one reminder at most. */
@Component
class MailedInvitations {
    /** So many a member invites within a day, and so many one who has just come. */
    static final int MANY = 200;

    static final int FEW = 10;
    static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOLDS = Duration.ofDays(30);
    private static final int MOST_SHOWN = 500;

    private final InvitedAddressStore store;
    private final InvitationStore links;
    private final InvitationLetters letters;
    private final Communities communities;
    private final Standing standing;
    private final People people;
    private final Post post;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MailedInvitations(
            InvitedAddressStore store,
            InvitationStore links,
            InvitationLetters letters,
            Communities communities,
            Standing standing,
            People people,
            Post post,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.links = links;
        this.letters = letters;
        this.communities = communities;
        this.standing = standing;
        this.people = people;
        this.post = post;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Invites those who were not invited before.
     *
     * @param pasted as {@link Addressee#read} takes it
     * @param paper the letters are in its language
     * @return how many were written to
     * @throws Refused for {@code addresses}
     */
    @Transactional
    int invite(Member by, String pasted, Shell paper) {
        Addressee.Read read = Addressee.read(pasted);
        Instant now = clock.instant();
        store.hold(by.community());
        int most = mayInvite(by);
        new Refused.Check()
                .that(read.odd().isEmpty(), "addresses", "invitations.mailed.odd", String.join(", ", read.odd()))
                .that(!read.people().isEmpty(), "addresses", "invitations.mailed.none")
                .that(
                        store.since(by.person(), now.minus(DAY)) + read.people().size() <= most,
                        "addresses",
                        "invitations.mailed.many",
                        most)
                .orRefuse();
        int written = 0;
        for (Addressee to : read.people()) {
            Optional<Integer> added = store.add(by.community(), to, by.person(), now);
            if (added.isEmpty()) continue;
            letters.invite(by, to.mail().text(), to.name(), link(by, added.get(), to.name(), now), paper);
            written++;
        }
        if (written > 0) events.publishEvent(new InvitationMade(by.community(), by.person()));
        return written;
    }

    /** Whoever was there from the start brings the others along. */
    private int mayInvite(Member by) {
        Community community = communities.find(by.community()).orElseThrow();
        boolean first = communities
                .memberSince(by.community(), by.person())
                .filter(since -> !since.isAfter(community.since()))
                .isPresent();
        return first || standing.level(by.community(), by.person()) > 0 ? MANY : FEW;
    }

    private Secret link(Member by, int invited, String name, Instant now) {
        Secret key = Secret.random();
        links.add(by.community(), key.hash(), name, by.person(), now, now.plus(HOLDS), invited);
        return key;
    }

    /** Those this member invited, newest first, at most five hundred. */
    List<InvitedAddress> of(Member by) {
        return store.of(by, MOST_SHOWN);
    }

    /** Those of them that no mail gets to. */
    Set<String> undelivered(List<InvitedAddress> invited) {
        return post.refusedAmong(invited.stream().map(InvitedAddress::mail).toList());
    }

    /**
     * Writes once more to all who were invited a day ago or earlier and have not come; to each once.
     *
     * @return how many were written to
     */
    @Transactional
    int remind(Member by, Shell paper) {
        Instant now = clock.instant();
        List<InvitedAddress> reminded = store.remind(by, now.minus(DAY), now);
        for (InvitedAddress to : reminded)
            letters.remind(by, to.mail(), to.name(), link(by, to.n(), to.name(), now), paper);
        return reminded.size();
    }

    /** Whichever way somebody came: what was mailed to their address has done its work. */
    @EventListener
    void joined(MemberJoined joined) {
        people.mail(joined.person())
                .flatMap(MailAddress::read)
                .ifPresent(mail -> store.joined(joined.community(), mail.text(), joined.person()));
        store.endUsed(joined.community(), clock.instant());
    }
}
