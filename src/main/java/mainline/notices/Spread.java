package mainline.notices;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import mainline.community.Audience;
import mainline.community.Notice;
import mainline.community.Topic;
import mainline.kernel.CommunityId;
import mainline.kernel.Gaps;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.platform.Errand;
import org.jspecify.annotations.Nullable;

/**
 * The errand to tell a great many, portion by portion.
 *
 * @param to the kind of audience: {@code members}, {@code roll} or {@code stewards}
 * @param of what it belongs to: the number of a decision, a path
 * @param but who is not told; 0 for nobody
 * @param act the transaction of the act, so that it tells each person once, however often a portion is begun
 * @param after the person after whom to go on
 */
record Spread(
        String to,
        @Nullable String of,
        long but,
        long community,
        String subject,
        String topic,
        String key,
        List<Object> gaps,
        String at,
        String act,
        long after) {
    static final Errand<Spread> ERRAND = new Errand<>("notices", Spread.class);

    static Spread of(Notice notice, Audience.Many to, String act, Instant at) {
        PersonId but = to.but();
        return new Spread(
                kind(to),
                detail(to),
                but == null ? 0 : but.value(),
                notice.subject().community().value(),
                notice.subject().key(),
                notice.topic().code(),
                notice.text().key(),
                Gaps.kept(notice.text().gaps()),
                at.toString(),
                act,
                0);
    }

    /** What is left after that person was told. */
    Spread after(PersonId last) {
        return new Spread(to, of, but, community, subject, topic, key, gaps, at, act, last.value());
    }

    /** The same portion has the same id, whoever begins it again. */
    String id() {
        return String.join(" ", act, subject, key, Long.toString(after));
    }

    Notice notice() {
        return new Notice(
                audience(),
                Subject.of(new CommunityId(community), subject),
                Arrays.stream(Topic.values())
                        .filter(each -> each.code().equals(topic))
                        .findFirst()
                        .orElse(Topic.COMMUNITY),
                new Reason(key, Gaps.of(gaps)));
    }

    Audience.Many audience() {
        PersonId none = but == 0 ? null : new PersonId(but);
        String detail = of == null ? "" : of;
        return switch (to) {
            case "members" -> new Audience.Members(none);
            case "roll" -> new Audience.Roll(Subject.of(new CommunityId(community), detail), none);
            case "stewards" -> new Audience.Stewards(detail, none);
            default -> throw new IllegalStateException("There is no audience " + to);
        };
    }

    private static String kind(Audience.Many to) {
        return switch (to) {
            case Audience.Members all -> "members";
            case Audience.Roll roll -> "roll";
            case Audience.Stewards stewards -> "stewards";
        };
    }

    private static @Nullable String detail(Audience.Many to) {
        return switch (to) {
            case Audience.Members all -> null;
            case Audience.Roll roll -> roll.decision().key();
            case Audience.Stewards stewards -> stewards.path();
        };
    }
}
