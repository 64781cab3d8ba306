package mainline.handbook;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.community.MemberLeft;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who oversees which folder of the handbook. A steward of a folder oversees all below it. */
@Component
public class Stewards {
    private static final int LONGEST_AREA = 200;

    private final StewardStore store;
    private final PageStore pages;
    private final Communities communities;
    private final People people;
    private final PublicRecord record;
    private final Clock clock;

    Stewards(
            StewardStore store,
            PageStore pages,
            Communities communities,
            People people,
            PublicRecord record,
            Clock clock) {
        this.store = store;
        this.pages = pages;
        this.communities = communities;
        this.people = people;
        this.record = record;
        this.clock = clock;
    }

    /** All present ones, by area and seniority. */
    public List<Steward> of(CommunityId community) {
        return store.present(community);
    }

    /** Those who oversee that file or folder. */
    public List<Steward> overseeing(CommunityId community, String path) {
        return of(community).stream().filter(steward -> steward.oversees(path)).toList();
    }

    public boolean oversees(CommunityId community, PersonId person, String path) {
        return overseeing(community, path).stream()
                .anyMatch(steward -> steward.person().equals(person));
    }

    /**
     * A steward names another member for their own area or a folder below it.
     *
     * @throws Refused for the fields {@code area} and {@code person}, or for the whole when the one who names may not
     */
    @Transactional
    public void name(Member by, String typedArea, PersonId person) {
        String area = PagePaths.tidy(typedArea);
        new Refused.Check()
                .that(
                        area.length() <= LONGEST_AREA && (area.isEmpty() || PagePaths.isSafe(area)),
                        "area",
                        "steward.area.odd")
                .orRefuse();
        pages.lock(by.community());
        new Refused.Check()
                .that(oversees(by.community(), by.person(), area), "area", "steward.not-yours")
                .that(communities.isMember(by.community(), person), "person", "steward.member-only")
                .orRefuse();
        if (!store.add(by.community(), new Steward(area, person, clock.instant(), by.person())))
            throw Refused.because("person", "steward.already");
        tell("steward.named", by.person(), by.community(), person, area);
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
        boolean holds = of(community).stream()
                .anyMatch(steward ->
                        steward.person().equals(person) && steward.area().equals(area));
        if (!holds) return;
        store.end(community, area, person, clock.instant());
        tell("steward.stepped-down", person, community, person, area);
    }

    /** The founder oversees the whole handbook until others are named. */
    @Transactional(propagation = Propagation.MANDATORY)
    void begin(CommunityId community, PersonId founder) {
        store.add(community, new Steward("", founder, clock.instant(), founder));
        tell("steward.named", founder, community, founder, "");
    }

    /** Who leaves oversees nothing any more, except that the handbook never loses its last steward. */
    @EventListener
    void left(MemberLeft left) {
        pages.lock(left.community());
        of(left.community()).stream()
                .filter(steward -> steward.person().equals(left.person()))
                .filter(steward -> !isLast(left.community(), left.person(), steward.area()))
                .forEach(steward -> end(left.community(), left.person(), steward.area()));
    }

    private void tell(String verb, PersonId by, CommunityId community, PersonId person, String area) {
        String name = people.get(person).name();
        Subject about = new Subject(community, Subject.Kind.AREA, 0);
        record.add(new Act(verb, by, about, Map.of("title", name, "note", "/" + area)));
    }
}
