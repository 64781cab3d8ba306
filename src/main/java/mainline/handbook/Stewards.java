package mainline.handbook;

import java.util.List;
import java.util.Map;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.stereotype.Component;

/** Who oversees which part of the handbook. How that comes and goes is no matter of this module. */
@Component
public class Stewards {
    private final Areas areas;
    private final People people;
    private final PublicRecord record;

    Stewards(Areas areas, People people, PublicRecord record) {
        this.areas = areas;
        this.people = people;
        this.record = record;
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

    /** The founder oversees the whole handbook to begin with. */
    void founded(CommunityId community, PersonId founder) {
        Map<String, String> facts = Map.of("title", people.get(founder).name(), "note", "/");
        record.add(new Act(HandbookVerb.STEWARD_NAMED, founder, new Subject(community, Subject.Kind.AREA, 0), facts));
    }
}
