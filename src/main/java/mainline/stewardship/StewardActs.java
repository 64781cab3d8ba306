package mainline.stewardship;

import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.record.Act;
import mainline.record.PublicRecord;
import mainline.record.Verb;
import org.springframework.stereotype.Component;

/** Acts about a steward, who is called by name in the public record, and an area, as it is written. */
@Component
class StewardActs {
    private final RosterFile rosterFile;
    private final People people;
    private final PublicRecord record;

    StewardActs(RosterFile rosterFile, People people, PublicRecord record) {
        this.rosterFile = rosterFile;
        this.people = people;
        this.record = record;
    }

    void by(PersonId person, Verb verb, Subject about, PersonId steward, String area) {
        record.add(Act.by(person, verb, about, people.get(steward).name(), written(about, area)));
    }

    /** What came of itself: by the community, or by the calendar. */
    void byItself(Verb verb, Subject about, PersonId steward, String area) {
        record.add(Act.byItself(verb, about, people.get(steward).name(), written(about, area)));
    }

    private String written(Subject about, String area) {
        return rosterFile.written(about.community(), area);
    }
}
