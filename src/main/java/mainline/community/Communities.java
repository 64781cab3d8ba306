package mainline.community;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import mainline.kernel.CommunityId;
import mainline.kernel.Languages;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Slug;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The communities of this installation and their members. */
@Component
public class Communities {
    private static final Set<String> RESERVED = Set.of(
            "me",
            "admin",
            "api",
            "assets",
            "look",
            "setup",
            "sign-in",
            "sign-out",
            "join",
            "reset",
            "link",
            "outbox",
            "witness",
            "appearance",
            "preview",
            "actuator",
            "error",
            "ping",
            "new",
            "health",
            "about",
            "help",
            "static",
            "webjars",
            "favicon",
            "robots",
            "well-known",
            "communities",
            "welcome",
            "search",
            "unsubscribe");

    private static final int MOST_NAMESAKES = 1_000;

    private final CommunityStore store;
    private final KnownCommunities known;
    private final Counts counts;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Communities(
            CommunityStore store,
            KnownCommunities known,
            Counts counts,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.known = known;
        this.counts = counts;
        this.clock = clock;
        this.events = events;
    }

    /** Whether an address begins with a word that no community can have, because other pages begin with it. */
    public static boolean isReserved(String slug) {
        return slug.isEmpty() || RESERVED.contains(slug);
    }

    /** The community of this address, whoever may see it: for those who run the installation. Pages get {@link Here}. */
    public Optional<Community> bySlug(String slug) {
        return store.bySlug(slug);
    }

    /**
     * The community of this address as far as this person may know of it: one for members only is to everybody else as if
     * there were none, and takes as long to be told of.
     *
     * @param viewer null for whoever is not known
     */
    public Optional<Community> seen(String slug, @Nullable PersonId viewer) {
        return known.seen(slug, viewer);
    }

    /** The community that had this address before and has another now, as far as this person may know of it. */
    Optional<Community> formerlySeen(String slug, @Nullable PersonId viewer) {
        return store.formerlySeen(slug, viewer == null ? 0 : viewer.value());
    }

    /** Whether this person may read it; null for whoever is not known. */
    public boolean isSeen(Community community, @Nullable PersonId viewer) {
        return switch (community.visibility()) {
            case EVERYBODY -> true;
            case MEMBERS -> viewer != null && isMember(community.id(), viewer);
        };
    }

    /** Those of these people who may read it. */
    public List<PersonId> seeing(CommunityId id, List<PersonId> people) {
        Visibility visibility = find(id).map(Community::visibility).orElse(Visibility.MEMBERS);
        return switch (visibility) {
            case EVERYBODY -> people;
            case MEMBERS -> store.members(id, people);
        };
    }

    public Optional<Community> find(CommunityId id) {
        return known.find(id);
    }

    /** Up to a hundred communities by name, whoever may see them: for those who run the installation. */
    public List<Community> all() {
        return store.first(100);
    }

    /** Up to a hundred communities by name that this person may know of; null for whoever is not known. */
    public List<Community> seenBy(@Nullable PersonId viewer) {
        return store.seen(viewer == null ? 0 : viewer.value(), 100);
    }

    /** The communities a person belongs to, by name. */
    public List<Community> of(PersonId person) {
        return store.of(person);
    }

    public boolean isMember(CommunityId community, PersonId person) {
        return known.isMember(community, person);
    }

    /** Since when the person belongs to the community; empty for everybody else. */
    public Optional<Instant> memberSince(CommunityId community, PersonId person) {
        return store.memberSince(community, person);
    }

    /** Members by number, from the one after {@code after} (0 for the start). */
    public Paged<PersonId> members(CommunityId community, long after, int size) {
        return Paged.of(store.members(community, after, size + 1), size, PersonId::value);
    }

    /** Members who joined after that, the newest first. */
    public List<PersonId> joinedAfter(CommunityId community, Instant after, int most) {
        return store.joinedAfter(community, after, most);
    }

    /** Those of these people who belong to it. */
    public List<PersonId> members(CommunityId community, List<PersonId> people) {
        return people.isEmpty() ? List.of() : store.members(community, people);
    }

    /** Everybody who belongs to it and had joined by then. */
    public List<PersonId> membersBy(CommunityId community, Instant latest) {
        return store.membersBy(community, latest);
    }

    /**
     * Founds a community; the founder becomes its first member and has no other right by it.
     *
     * @param slug its part of the address; empty to make one from the name
     * @throws Refused for the fields {@code name}, {@code slug} and {@code zone}
     */
    @Transactional
    public Community found(String name, String slug, String zone, PersonId founder) {
        return found(name, slug, zone, Visibility.EVERYBODY, founder);
    }

    /** The same, for those who may read it. It speaks the language in which it is founded. */
    @Transactional
    public Community found(String name, String slug, String zone, Visibility visibility, PersonId founder) {
        String wanted = slug.isBlank() ? Slug.of(name) : slug.strip();
        new Refused.Check()
                .text(name, "name", 100)
                .that(isAddress(wanted), "slug", "community.slug.odd")
                .that(ZoneId.getAvailableZoneIds().contains(zone), "zone", "community.zone.unknown")
                .orRefuse();
        Locale language = Languages.closest(LocaleContextHolder.getLocale()).orElse(Languages.usual());
        Community community = store.add(wanted, name.strip(), visibility, ZoneId.of(zone), language, clock.instant())
                .orElseThrow(() -> Refused.because("slug", "community.slug.taken"));
        if (!store.reserve(wanted, community.id())) throw Refused.because("slug", "community.slug.taken");
        store.note(community.id(), visibility, founder, community.since());
        events.publishEvent(new CommunityFounded(community.id(), founder));
        join(community.id(), founder);
        return community;
    }

    /**
     * Gives a community another name and tagline, as its members decided. A new name brings a new address, unless no address
     * can be made of it; the former one stays the community's own and leads to the new one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Community rename(CommunityId id, String name, String tagline) {
        Community before = store.find(id).orElseThrow(() -> new Missing("community"));
        String slug = name.equals(before.name()) ? before.slug() : newAddress(before, Slug.of(name));
        store.rename(id, slug, name.strip(), tagline.strip());
        Community after = store.find(id).orElseThrow(() -> new Missing("community"));
        events.publishEvent(new Renamed(before, after));
        return after;
    }

    /**
     * Says who may read a community from now on.
     *
     * @param by null when its members decided it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void show(CommunityId id, Visibility visibility, @Nullable PersonId by) {
        Community before = store.find(id).orElseThrow(() -> new Missing("community"));
        if (before.visibility() == visibility) return;
        store.show(id, visibility, by, clock.instant());
        events.publishEvent(new VisibilityChanged(id, visibility, by));
    }

    /** Says which language a community writes from now on; what was written stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void speak(CommunityId id, Locale language, PersonId by) {
        Community before = store.find(id).orElseThrow(() -> new Missing("community"));
        if (before.language().equals(language)) return;
        store.speak(id, language);
        events.publishEvent(new LanguageChanged(id, language, by));
    }

    private String newAddress(Community community, String wanted) {
        if (!isAddress(wanted) || wanted.equals(Slug.of(community.name()))) return community.slug();
        if (store.reserve(wanted, community.id())) return wanted;
        String stem = wanted.substring(0, Math.min(wanted.length(), 50));
        for (int n = 2; n < MOST_NAMESAKES; n++)
            if (store.reserve(stem + "-" + n, community.id())) return stem + "-" + n;
        return community.slug();
    }

    private static boolean isAddress(String slug) {
        return slug.matches("[a-z0-9][a-z0-9-]{0,59}") && !RESERVED.contains(slug);
    }

    /** Joins; joining twice changes nothing. */
    @Transactional
    public void join(CommunityId community, PersonId person) {
        joinOnce(community, person);
    }

    /** @return whether the person joined by that, and was no member before */
    @Transactional
    public boolean joinOnce(CommunityId community, PersonId person) {
        if (!store.join(community, person, clock.instant())) return false;
        counts.add(community, Count.MEMBERS, 1);
        events.publishEvent(new MemberJoined(community, person));
        return true;
    }

    /** Leaves; what the person wrote and did stays. */
    @Transactional
    public void leave(Member member) {
        if (!store.leave(member.community(), member.person())) return;
        counts.add(member.community(), Count.MEMBERS, -1);
        events.publishEvent(new MemberLeft(member.community(), member.person()));
    }
}
