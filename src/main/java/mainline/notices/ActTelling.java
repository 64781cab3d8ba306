package mainline.notices;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import mainline.community.Audience;
import mainline.community.Belongings;
import mainline.community.Notice;
import mainline.community.Topic;
import mainline.community.Why;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.platform.Errands;
import mainline.record.Act;
import mainline.record.Hearer;
import mainline.record.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells what was recorded to those whom its verb declares, in the sentence of the record; a little after the act. */
@Component
class ActTelling {
    private final NoticeStore store;
    private final Follows follows;
    private final Belongings belongings;
    private final People people;
    private final MessageSource messages;
    private final Errands errands;
    private final Clock clock;

    ActTelling(
            NoticeStore store,
            Follows follows,
            Belongings belongings,
            People people,
            MessageSource messages,
            Errands errands,
            Clock clock) {
        this.store = store;
        this.follows = follows;
        this.belongings = belongings;
        this.people = people;
        this.messages = messages;
        this.errands = errands;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void recorded(Recorded recorded) {
        Act act = recorded.act();
        takeUp(act, belongings.whole(act.subject()));
        Reason text = text(act);
        List<Notice> notices = act.hearers().stream()
                .map(hearer -> notice(hearer, act, text))
                .filter(Objects::nonNull)
                .toList();
        if (notices.isEmpty()) return;
        Spread all = Spread.of(notices, store.act(), clock.instant());
        errands.send(Spread.ERRAND, all.id(), all);
    }

    /** Whoever acts follows it, and has seen what asked them to; what is settled asks nobody any more. */
    private void takeUp(Act act, Subject whole) {
        PersonId by = act.by();
        if (by != null) {
            follows.acted(by, act.subject(), whole);
            store.answered(by, whole, clock.instant());
        }
        if (act.hearers().stream().anyMatch(Hearer.Settling.class::isInstance)) store.settled(act.subject(), whole);
    }

    private static @Nullable Notice notice(Hearer hearer, Act act, Reason text) {
        PersonId by = act.by();
        return switch (hearer) {
            case Hearer.Owner owner -> notice(new Audience.Owners(act.subject(), by), Why.ANSWERED, act, text);
            case Hearer.Followers all -> notice(new Audience.Followers(act.subject(), by), Why.FOLLOWING, act, text);
            case Hearer.Everybody all -> notice(new Audience.Members(by), Why.BOUND, act, text);
            case Hearer.Roll roll -> notice(new Audience.Roll(act.subject(), by), Why.BOUND, act, text);
            case Hearer.Stewards all -> notice(new Audience.Stewards("", by), Why.ASKED, act, text);
            case Hearer.Settling settling -> null;
            case Hearer.Named named -> null;
            case Hearer.Nobody nobody -> null;
        };
    }

    private static Notice notice(Audience to, Why why, Act act, Reason text) {
        return new Notice(to, why, act.subject(), Topic.of(act.subject().kind()), text);
    }

    /** As the record tells it, or in {@code told.VERB} where more has to be said to whoever does not look at the page. */
    private Reason text(Act act) {
        String told = "told." + act.verb();
        String more = Objects.requireNonNullElse(messages.getMessage(told, null, "", Locale.ENGLISH), "");
        return Reason.of(more.isEmpty() ? "record." + act.verb() : told, who(act.by()), title(act), note(act));
    }

    private Object who(@Nullable PersonId by) {
        return by == null ? Reason.of("record.by-itself") : people.names(List.of(by));
    }

    private static Object title(Act act) {
        String title = act.facts().getOrDefault("title", "");
        return title.isBlank() ? Reason.of("record.untitled") : title;
    }

    private static Object note(Act act) {
        Object note = act.note();
        String day = act.facts().getOrDefault("day", "");
        if (day.isEmpty()) return note;
        return note.equals("") ? LocalDate.parse(day) : Reason.of("record.on-day", LocalDate.parse(day), note);
    }
}
