package mainline.announcements;

import static mainline.record.Hearer.bound;

import java.util.List;
import mainline.record.Hearer;
import mainline.record.Verb;

/** What is announced, by in whose name it is. */
enum AnnouncementVerb implements Verb {
    MADE("announcement.made", bound("everybody who belongs to the community")),
    URGENT("announcement.urgent", bound("everybody who belongs to the community, by mail at once")),
    OF_PROJECT("announcement.of-project", bound("everybody who follows the project")),
    OF_DECISION("announcement.of-decision", bound("everybody who belongs to the community"));

    private final String code;
    private final List<Hearer> hearers;

    AnnouncementVerb(String code, Hearer... hearers) {
        this.code = code;
        this.hearers = List.of(hearers);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public List<Hearer> hearers() {
        return hearers;
    }

    static AnnouncementVerb of(Voice voice, boolean urgent) {
        return switch (voice) {
            case Voice.Stewards stewards -> urgent ? URGENT : MADE;
            case Voice.Convener convener -> OF_PROJECT;
            case Voice.Asker asker -> OF_DECISION;
        };
    }
}
