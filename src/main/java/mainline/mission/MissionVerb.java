package mainline.mission;

import static mainline.record.Hearer.everybody;
import static mainline.record.Hearer.followers;
import static mainline.record.Hearer.nobody;

import java.util.List;
import mainline.record.Hearer;
import mainline.record.Verb;

/** What is done with the charter. */
enum MissionVerb implements Verb {
    PUBLISHED("mission.published", everybody()),
    PROPOSED("mission.proposed", everybody()),
    RATIFICATION_OPENED("mission.ratification-opened", nobody("the vote itself tells everybody on its roll")),
    RATIFIED("mission.ratified", everybody()),
    TURNED_DOWN("mission.turned-down", everybody()),
    SIGNED("mission.signed", followers()),
    UNSIGNED("mission.unsigned", followers()),
    COMMUNITY_RENAMED("community.renamed", everybody());

    private final String code;
    private final List<Hearer> hearers;

    MissionVerb(String code, Hearer... hearers) {
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
}
