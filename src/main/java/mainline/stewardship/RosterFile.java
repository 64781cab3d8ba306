package mainline.stewardship;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mainline.changes.Change;
import mainline.changes.Enactment;
import mainline.changes.Enactments;
import mainline.community.Calendar;
import mainline.community.OwnWords;
import mainline.handbook.Area;
import mainline.handbook.Areas;
import mainline.handbook.Handbook;
import mainline.handbook.PagePaths;
import mainline.handbook.Roster;
import mainline.handbook.Steward;
import mainline.handbook.StewardsFile;
import mainline.handbook.StewardsFile.Seat;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The file of stewards as this module reads and changes it. */
@Component
class RosterFile {
    private static final int LONGEST_REASON = 1600;

    private final Areas areas;
    private final Handbook handbook;
    private final Enactments enactments;
    private final People people;
    private final OwnWords words;
    private final Calendar calendar;
    private final ApplicationEventPublisher events;

    RosterFile(
            Areas areas,
            Handbook handbook,
            Enactments enactments,
            People people,
            OwnWords words,
            Calendar calendar,
            ApplicationEventPublisher events) {
        this.areas = areas;
        this.handbook = handbook;
        this.enactments = enactments;
        this.people = people;
        this.words = words;
        this.calendar = calendar;
        this.events = events;
    }

    Roster roster(CommunityId community) {
        return areas.of(community);
    }

    /** A path as a value in an address. */
    static String query(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** An area the file names, or an existing folder; nothing for anything else. */
    Optional<Area> find(CommunityId community, String typed) {
        Optional<String> path = Areas.path(typed);
        return path.filter(found -> isNamed(community, found)
                        || (PagePaths.isSafe(found)
                                && !handbook.within(community, found, "", 1).isEmpty()))
                .map(found -> areas.area(community, found));
    }

    private boolean isNamed(CommunityId community, String path) {
        return areas.of(community).areas().stream().anyMatch(area -> area.path().equals(path));
    }

    Area area(CommunityId community, String path) {
        return areas.area(community, path);
    }

    /** The term for which the file that counts names this person there, whether or not it is over. */
    Optional<Term> term(CommunityId community, String area, PersonId person) {
        String handle = people.get(person).handle();
        return seats(community, area).stream()
                .filter(seat -> seat.handle().equals(handle))
                .findFirst()
                .map(Term::of);
    }

    List<Seat> seats(CommunityId community, String area) {
        return areas.file(community).areas().stream()
                .filter(entry -> entry.path().equals(area))
                .flatMap(entry -> entry.stewards().stream())
                .toList();
    }

    /** Every area for which the file names this person. */
    List<String> areasOf(CommunityId community, PersonId person) {
        String handle = people.get(person).handle();
        return areas.file(community).areas().stream()
                .filter(entry ->
                        entry.stewards().stream().anyMatch(seat -> seat.handle().equals(handle)))
                .map(StewardsFile.Entry::path)
                .toList();
    }

    /** Whether nobody would oversee the whole handbook any more without this person. */
    boolean isLast(CommunityId community, String area, PersonId person) {
        if (!area.isEmpty()) return false;
        List<Steward> root = areas.area(community, "").stewards();
        return root.stream().anyMatch(steward -> steward.person().equals(person))
                && !areas.keepsRoot(
                        community,
                        areas.file(community).without(area, people.get(person).handle()));
    }

    LocalDate today(CommunityId community) {
        return calendar.today(community);
    }

    ZoneId zone(CommunityId community) {
        return calendar.zone(community);
    }

    /** How an area is called in a sentence of the community. */
    String name(CommunityId community, String path) {
        Reason name = areas.area(community, path).words();
        return words.say(community, name.key(), name.gaps().toArray());
    }

    /** The same for the record, in no language. */
    String written(CommunityId community, String path) {
        return areas.area(community, path).written();
    }

    String say(CommunityId community, String key, Object... gaps) {
        return words.say(community, key, gaps);
    }

    /**
     * Changes the file that counts. Where the present one cannot be followed, the last good one takes its place.
     *
     * @return the change; nothing when the file says so already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Subject> change(
            CommunityId community,
            Change.Origin origin,
            @Nullable PersonId author,
            String title,
            String reason,
            UnaryOperator<StewardsFile> edit) {
        handbook.hold(community);
        boolean mends = areas.of(community).broken() != null;
        StewardsFile before = areas.file(community);
        StewardsFile after = edit.apply(before);
        if (after.equals(before)) return Optional.empty();
        String why = cut(reason) + (mends ? "\n\n" + say(community, "stewards.mended") : "");
        Optional<Subject> change = enactments.enact(
                community, new Enactment(origin, author, title, why, Map.of(Areas.FILE, after.text())));
        if (change.isPresent()) events.publishEvent(new StewardsChanged(community));
        return change;
    }

    private static String cut(String reason) {
        if (reason.length() <= LONGEST_REASON) return reason;
        int end = LONGEST_REASON - 1;
        return reason.substring(0, Character.isHighSurrogate(reason.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
