package mainline.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import mainline.community.Audience;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Notice;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.people.Joined;
import mainline.people.People;
import mainline.people.Visitors;
import mainline.platform.Errands;
import mainline.platform.Letter;
import mainline.platform.Post;
import mainline.platform.Settings;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Keeps each notice with the act it tells of, and mails it to whoever wants mail. */
@Component
public class Notices {
    private final NoticeStore store;
    private final People people;
    private final Communities communities;
    private final Post post;
    private final Errands errands;
    private final MessageSource messages;
    private final Settings settings;
    private final Clock clock;

    Notices(
            NoticeStore store,
            People people,
            Communities communities,
            Post post,
            Errands errands,
            MessageSource messages,
            Settings settings,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.communities = communities;
        this.post = post;
        this.errands = errands;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** How many notices the person has not seen, counted up to {@code most}. */
    public int unseen(PersonId person, int most) {
        return store.unseen(person, most);
    }

    @EventListener
    @Transactional
    void keep(Notice notice) {
        Instant now = clock.instant();
        String act = store.act();
        switch (notice.to()) {
            case Audience.One one -> tell(one.person(), notice, now, act);
            case Audience.Some some -> some.people().forEach(person -> tell(person, notice, now, act));
            case Audience.Many many -> {
                Spread all = Spread.of(notice, many, act, now);
                errands.send(Spread.ERRAND, all.id(), all);
            }
        }
    }

    /** In the caller's transaction. What a person was told by this act already is not told again. */
    void tell(PersonId person, Notice notice, Instant at, String act) {
        if (!mayRead(person, notice.subject().community()) || !store.add(person, notice, at, act)) return;
        Ways ways = store.ways(person);
        if (!ways.mails()) return;
        people.mail(person).ifPresent(address -> post.send(letter(notice, address, ways.language())));
    }

    /** Whoever has left a community that only members read hears nothing of it any more. */
    private boolean mayRead(PersonId person, CommunityId community) {
        return communities
                .find(community)
                .filter(found -> communities.isSeen(found, person))
                .isPresent();
    }

    /** The language of the page on which somebody joined is the one to write to them in. */
    @EventListener
    @Transactional
    void begin(Joined joined) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
            store.ways(joined.person(), new Ways(true, Visitors.language(request.getRequest())), clock.instant());
    }

    private Letter letter(Notice notice, String address, Locale language) {
        Community community =
                communities.find(notice.subject().community()).orElseThrow(() -> new Missing("community of a notice"));
        String text = say(Spoken.inWords(notice.text(), language, community.zone()), language);
        String page =
                settings.address("/" + community.slug() + "/" + notice.subject().path());
        String choice = settings.address("/me/notices");
        return new Letter(
                        address, text, say(Reason.of("notices.letter", text, page, community.name(), choice), language))
                .chosenAt(choice);
    }

    private String say(Reason text, Locale language) {
        Object[] gaps = text.gaps().stream()
                .map(gap -> gap instanceof Reason inner ? say(inner, language) : gap)
                .toArray();
        return messages.getMessage(text.key(), gaps, language);
    }

    /** Newest first, before the notice of that id (0 for the newest). */
    Paged<Told> of(PersonId person, long before, int size) {
        return Paged.of(store.of(person, before <= 0 ? Long.MAX_VALUE : before, size + 1), size, Told::id);
    }

    /** Takes a notice up: from now on it counts as seen. */
    @Transactional
    Told open(PersonId person, long id) {
        Told told = store.find(person, id).orElseThrow(() -> new Missing("notice " + id));
        if (!told.seen()) store.seen(id, clock.instant());
        return told;
    }

    /** @param until the newest notice that was on the page; what came after it stays new */
    @Transactional
    void see(PersonId person, long until) {
        store.allSeen(person, until, clock.instant());
    }

    Ways ways(PersonId person) {
        return store.ways(person);
    }

    @Transactional
    void choose(PersonId person, Ways ways) {
        store.ways(person, ways, clock.instant());
    }
}
