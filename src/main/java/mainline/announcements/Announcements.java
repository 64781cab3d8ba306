package mainline.announcements;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainline.community.Member;
import mainline.community.Notice;
import mainline.community.Numbers;
import mainline.community.Viewer;
import mainline.community.Written;
import mainline.discussion.Discussions;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was announced in a community, and the act of announcing. */
@Component
public class Announcements {
    private static final Duration FRESH = Duration.ofDays(14);

    private final AnnouncementStore store;
    private final Voices voices;
    private final Restraint restraint;
    private final Numbers numbers;
    private final Discussions discussions;
    private final People people;
    private final PublicRecord record;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Announcements(
            AnnouncementStore store,
            Voices voices,
            Restraint restraint,
            Numbers numbers,
            Discussions discussions,
            People people,
            PublicRecord record,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.voices = voices;
        this.restraint = restraint;
        this.numbers = numbers;
        this.discussions = discussions;
        this.people = people;
        this.record = record;
        this.clock = clock;
        this.events = events;
    }

    /** @throws Missing when there is none, or for eyes that do not see it */
    public Announcement get(Viewer viewer, Subject announcement) {
        return store.find(viewer.at(announcement)).orElseThrow(() -> new Missing(announcement.key()));
    }

    /** Newest first. */
    public Paged<Announcement> newest(Viewer viewer, Cursor before, int size) {
        return Paged.of(
                store.newest(viewer.community().id(), before.or(Long.MAX_VALUE), size + 1),
                size,
                announcement -> announcement.subject().number());
    }

    /** The newest one, as long as it is news. */
    public Optional<Announcement> news(Viewer viewer) {
        Instant old = clock.instant().minus(FRESH);
        return store.newest(viewer.community().id(), Long.MAX_VALUE, 1).stream()
                .filter(newest -> newest.at().isAfter(old))
                .findFirst();
    }

    /**
     * Tells all whom the voice reaches.
     *
     * @param key of what the writer speaks for, such as {@code PROJECT-3}
     * @throws Refused for the fields {@code title}, {@code text}, {@code as} and {@code urgent}, or as a whole for who may not
     */
    @Transactional
    public Announcement announce(Member by, String key, AnnouncementDraft typed) {
        // Whoever has the number goes first: of two at once the other one comes too soon.
        Subject subject = numbers.next(by.community(), Subject.Kind.ANNOUNCEMENT);
        AnnouncementDraft draft = typed.clean();
        Voice voice = allow(by, key, draft);
        Announcement made = new Announcement(
                subject, voice, by.person(), clock.instant(), draft.title(), draft.text(), draft.urgent());
        store.add(made);
        discussions.open(subject, made.title());
        AnnouncementVerb verb = AnnouncementVerb.of(voice, made.urgent());
        record.add(Act.by(made.by(), verb, subject, made.title(), voice.title()));
        events.publishEvent(notice(made, draft.beginning()));
        events.publishEvent(new Written(by, subject, made.title(), "text", made.text()));
        return made;
    }

    private Voice allow(Member by, String key, AnnouncementDraft draft) {
        List<Voice> may = voices.of(by);
        if (may.isEmpty()) throw Refused.because("", "announce.not-yours");
        Refused.Check check = draft.check();
        Voice chosen = may.stream()
                .filter(each -> each.of().key().equals(key))
                .findFirst()
                .orElse(null);
        if (chosen == null) check.that(false, "as", "announce.as.missing");
        else check.and(restraint.check(chosen, draft.urgent()));
        check.orRefuse();
        return Objects.requireNonNull(chosen);
    }

    private Notice notice(Announcement made, String beginning) {
        Voice voice = made.voice();
        Reason text = Reason.of(
                "told." + AnnouncementVerb.of(voice, made.urgent()).code(),
                people.names(List.of(made.by())),
                made.title(),
                voice.title(),
                beginning);
        return made.urgent()
                ? Notice.urgent(voice.audience(made.by()), made.subject(), text)
                : Notice.bound(voice.audience(made.by()), made.subject(), text);
    }
}
