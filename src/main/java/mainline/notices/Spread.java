package mainline.notices;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mainline.community.Audience;
import mainline.community.Notice;
import mainline.community.Topic;
import mainline.community.Why;
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
 * @param to the kind of audience: {@code members}, {@code roll}, {@code stewards}, {@code unvoted}, {@code owners} or {@code followers}
 * @param of what it belongs to: the number of a decision, a path
 * @param but who is not told; 0 for nobody
 * @param act the transaction of the act, so that it tells each person once, however often a portion is begun
 * @param after the person after whom to go on
 * @param why the code of a {@link Why}
 * @param told how many were told so far
 * @param then what is told to whom afterwards
 * @param urgent whether it is mailed by itself; null in those of earlier releases
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
        long after,
        @Nullable String why,
        @Nullable Integer told,
        @Nullable List<Spread> then,
        @Nullable Boolean urgent) {
    static final Errand<Spread> ERRAND = new Errand<>("notices", Spread.class);

    /** One after the other, since nobody hears of one act twice. */
    static Spread of(List<Notice> notices, String act, Instant at) {
        Spread first = of(notices.getFirst(), act, at);
        List<Spread> then =
                notices.stream().skip(1).map(notice -> of(notice, act, at)).toList();
        return first.with(first.after, 0, then);
    }

    private static Spread of(Notice notice, String act, Instant at) {
        if (!(notice.to() instanceof Audience.Many to)) throw new IllegalArgumentException("a few are told at once");
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
                0,
                notice.why().code(),
                0,
                List.of(),
                notice.urgent());
    }

    private Spread with(long last, int people, List<Spread> next) {
        return new Spread(
                to,
                of,
                but,
                community,
                subject,
                topic,
                key,
                gaps,
                at,
                act,
                last,
                why,
                people,
                List.copyOf(next),
                urgent);
    }

    /** What is left after that person was told, and so many in this portion. */
    Spread after(PersonId last, int people) {
        return with(last.value(), toldSoFar() + people, next());
    }

    int toldSoFar() {
        return told == null ? 0 : told;
    }

    private List<Spread> next() {
        return then == null ? List.of() : then;
    }

    /** What is told when all of these are, if there is more. */
    Optional<Spread> following() {
        return next().isEmpty()
                ? Optional.empty()
                : Optional.of(next().getFirst().with(0, 0, next().subList(1, next().size())));
    }

    /** The same portion has the same id, whoever begins it again. */
    String id() {
        return String.join(" ", act, subject, key, to, Long.toString(after));
    }

    Notice notice() {
        return new Notice(
                audience(),
                why == null ? Why.BOUND : Why.of(why),
                Subject.of(new CommunityId(community), subject),
                Arrays.stream(Topic.values())
                        .filter(each -> each.code().equals(topic))
                        .findFirst()
                        .orElse(Topic.COMMUNITY),
                new Reason(key, Gaps.of(gaps)),
                Boolean.TRUE.equals(urgent));
    }

    Audience.Many audience() {
        PersonId none = but == 0 ? null : new PersonId(but);
        String detail = of == null ? "" : of;
        return switch (to) {
            case "members" -> new Audience.Members(none);
            case "roll" -> new Audience.Roll(Subject.of(new CommunityId(community), detail), none);
            case "unvoted" -> new Audience.Unvoted(Subject.of(new CommunityId(community), detail), none);
            case "owners" -> new Audience.Owners(Subject.of(new CommunityId(community), detail), none);
            case "followers" -> new Audience.Followers(Subject.of(new CommunityId(community), detail), none);
            case "stewards" -> new Audience.Stewards(detail, none);
            default -> throw new IllegalStateException("There is no audience " + to);
        };
    }

    private static String kind(Audience.Many to) {
        return switch (to) {
            case Audience.Members all -> "members";
            case Audience.Roll roll -> "roll";
            case Audience.Stewards stewards -> "stewards";
            case Audience.Unvoted unvoted -> "unvoted";
            case Audience.Owners owners -> "owners";
            case Audience.Followers followers -> "followers";
        };
    }

    private static @Nullable String detail(Audience.Many to) {
        return switch (to) {
            case Audience.Members all -> null;
            case Audience.Roll roll -> roll.decision().key();
            case Audience.Stewards stewards -> stewards.path();
            case Audience.Unvoted unvoted -> unvoted.decision().key();
            case Audience.Owners owners -> owners.subject().key();
            case Audience.Followers followers -> followers.subject().key();
        };
    }
}
