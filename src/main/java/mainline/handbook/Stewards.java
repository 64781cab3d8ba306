package mainline.handbook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.community.MemberLeft;
import mainline.handbook.StewardsFile.Seat;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who oversees which folder of the handbook. A steward of a folder oversees all below it. */
@Component
public class Stewards {
    private final Areas areas;
    private final PageStore pages;
    private final Communities communities;
    private final People people;
    private final PublicRecord record;
    private final MessageSource messages;
    private final Clock clock;

    Stewards(
            Areas areas,
            PageStore pages,
            Communities communities,
            People people,
            PublicRecord record,
            MessageSource messages,
            Clock clock) {
        this.areas = areas;
        this.pages = pages;
        this.communities = communities;
        this.people = people;
        this.record = record;
        this.messages = messages;
        this.clock = clock;
    }

    /** All present ones, by area and seniority. */
    public List<Steward> of(CommunityId community) {
        return areas.of(community).all();
    }

    /** Those who oversee that file or folder, the stewards of its most specific area first. */
    public List<Steward> overseeing(CommunityId community, String path) {
        return areas.of(community).stewardsOf(path);
    }

    public boolean oversees(CommunityId community, PersonId person, String path) {
        return areas.of(community).oversees(person, path);
    }

    /**
     * A steward names another member for their own area or one inside it, for a year.
     *
     * @throws Refused for the fields {@code area} and {@code person}, or for the whole when the one who names may not
     */
    @Transactional
    public void name(Member by, String typedArea, PersonId person) {
        CommunityId community = by.community();
        AreaPath area = AreaPath.of(typedArea).orElseThrow(() -> Refused.because("area", "steward.area.odd"));
        pages.lock(community);
        Ruling ruling = areas.of(community);
        new Refused.Check()
                .that(ruling.covers(by.person(), area), "area", "steward.not-yours")
                .that(communities.isMember(community, person), "person", "steward.member-only")
                .that(
                        ruling.all().stream()
                                .noneMatch(steward -> steward.area().equals(area.text())
                                        && steward.person().equals(person)),
                        "person",
                        "steward.already")
                .orRefuse();
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), communities.find(community).orElseThrow().zone());
        Seat seat = new Seat(people.get(person).handle(), today, today.plusYears(1));
        areas.amend(
                community,
                by.person(),
                sentence("steward.commit.named", person, area.text()),
                file -> file.with(area.text(), seat));
        tell("steward.named", by.person(), community, person, area.text());
    }

    /** Gives an area back; the last steward of the whole handbook stays until there is another. */
    @Transactional
    public void stepDown(Member member, String area) {
        pages.lock(member.community());
        if (isLast(member.community(), member.person(), area)) throw Refused.because("", "steward.last");
        end(member.community(), member.person(), area);
    }

    private boolean isLast(CommunityId community, PersonId person, String area) {
        return area.isEmpty()
                && of(community).stream()
                        .noneMatch(steward ->
                                steward.area().isEmpty() && !steward.person().equals(person));
    }

    private void end(CommunityId community, PersonId person, String area) {
        String handle = people.get(person).handle();
        boolean holds = areas.file(community).areas().stream()
                .anyMatch(entry -> entry.path().equals(area)
                        && entry.stewards().stream()
                                .anyMatch(seat -> seat.handle().equals(handle)));
        if (!holds) return;
        areas.amend(
                community,
                person,
                sentence("steward.commit.stepped-down", person, area),
                file -> file.without(area, handle));
        tell("steward.stepped-down", person, community, person, area);
    }

    /** Who leaves oversees nothing any more, except that the handbook never loses its last steward. */
    @EventListener
    void left(MemberLeft left) {
        CommunityId community = left.community();
        pages.lock(community);
        String handle = people.get(left.person()).handle();
        List<String> held = areas.file(community).areas().stream()
                .filter(entry ->
                        entry.stewards().stream().anyMatch(seat -> seat.handle().equals(handle)))
                .map(StewardsFile.Entry::path)
                .filter(area -> !isLast(community, left.person(), area))
                .toList();
        held.forEach(area -> end(community, left.person(), area));
        areas.left(community, left.person());
    }

    void founded(CommunityId community, PersonId founder) {
        tell("steward.named", founder, community, founder, "");
    }

    private String sentence(String key, PersonId person, String area) {
        Object[] gaps = {people.get(person).name().replaceAll("\\p{Cc}", ""), AreaPath.written(area)};
        return messages.getMessage(key, gaps, LocaleContextHolder.getLocale());
    }

    private void tell(String verb, PersonId by, CommunityId community, PersonId person, String area) {
        String name = people.get(person).name();
        Subject about = new Subject(community, Subject.Kind.AREA, 0);
        record.add(new Act(verb, by, about, Map.of("title", name, "note", "/" + area)));
    }
}
