package mainline.invitations;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.community.MemberLeft;
import mainline.community.Notice;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.people.Person;
import mainline.people.Secret;
import mainline.people.Welcome;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way into a community that only members read: an address that a member gives to whom they want to invite. */
@Component
public class InvitationLinks implements Welcome {
    static final Set<Integer> DAYS = Set.of(1, 7, 30);
    private static final int MOST = 100;

    private final InvitationStore store;
    private final InvitedAddressStore invited;
    private final Communities communities;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    InvitationLinks(
            InvitationStore store,
            InvitedAddressStore invited,
            Communities communities,
            People people,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.invited = invited;
        this.communities = communities;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Makes one that holds for 1, 7 or 30 days.
     *
     * @param note whom it is for; may be empty
     * @return its key, to be shown once
     * @throws Refused for {@code note} and {@code days}, or as a whole when everybody may join or too many hold
     */
    @Transactional
    public Secret make(Member by, String note, int days) {
        Community community = communities.find(by.community()).orElseThrow();
        new Refused.Check()
                .that(community.isForMembersOnly(), "", "invitations.open")
                .that(of(by.community()).size() < MOST, "", "invitations.many", MOST)
                .optional(note, "note", 100)
                .that(DAYS.contains(days), "days", "invitations.days-odd")
                .orRefuse();
        Secret key = Secret.random();
        var now = clock.instant();
        store.add(by.community(), key.hash(), note.strip(), by.person(), now, now.plus(Duration.ofDays(days)));
        events.publishEvent(new InvitationMade(by.community(), by.person()));
        return key;
    }

    /** Those that hold and that members pass on themselves, newest first. */
    public List<InvitationLink> of(CommunityId community) {
        return store.of(community, clock.instant(), MOST);
    }

    /** Whether anybody was invited by mail. */
    public boolean anyMailed(CommunityId community) {
        return invited.isAny(community);
    }

    /** Any member ends any of them; the record says who did. */
    @Transactional
    public void end(Member by, int n) {
        if (store.end(by.community(), n, by.person(), clock.instant()))
            events.publishEvent(new InvitationEnded(by.community(), by.person()));
    }

    /** The one of this key, as long as it holds. */
    Optional<InvitationLink> find(Secret key) {
        return store.find(key.hash(), clock.instant());
    }

    /** Joins by an invitation; for a member already nothing changes. */
    @Transactional
    Optional<Community> accept(Secret key, PersonId person) {
        return accept(key.hash(), person);
    }

    private Optional<Community> accept(byte[] keyHash, PersonId person) {
        Optional<InvitationLink> link = store.hold(keyHash, clock.instant());
        link.filter(holds -> communities.joinOnce(holds.community(), person)).ifPresent(holds -> used(holds, person));
        return link.flatMap(holds -> communities.find(holds.community()));
    }

    /** The address it was mailed to, as long as nobody can sign in with that; one who holds the letter has the address. */
    Optional<InvitedAddress> newcomer(Secret key) {
        return find(key).flatMap(invited::of).filter(address -> !people.hasAccount(address.mail()));
    }

    /**
     * Makes the account of somebody an invitation was mailed to, and joins by it.
     *
     * @return nothing when it does not hold any more, or they have an account
     * @throws Refused for {@code name}
     */
    @Transactional
    Optional<PersonId> begin(Secret key, String name) {
        Optional<PersonId> person = newcomer(key)
                .flatMap(address -> people.begin(name, address.mail()))
                .map(Person::id);
        person.ifPresent(newcomer -> accept(key.hash(), newcomer));
        return person;
    }

    private void used(InvitationLink link, PersonId person) {
        store.used(link);
        invited.joined(link, person);
        invited.endUsed(link.community(), clock.instant());
        Subject member = new Subject(link.community(), Subject.Kind.MEMBER, person.value());
        Reason text = Reason.of("invitation.told.taken", people.names(List.of(person)), link.note());
        events.publishEvent(Notice.answered(link.by(), member, text));
    }

    /** Whoever made an account by an invitation joins by it when the account begins, in whichever browser that is. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String welcome(byte[] invitation, PersonId person) {
        return accept(invitation, person)
                .map(community -> "/" + community.slug())
                .orElse(InvitedPages.OVER);
    }

    /** Whoever leaves takes their invitations along. */
    @EventListener
    void left(MemberLeft left) {
        store.endAll(left.community(), left.person(), clock.instant());
    }
}
