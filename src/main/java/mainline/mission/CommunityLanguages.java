package mainline.mission;

import java.util.Locale;
import mainline.community.Communities;
import mainline.kernel.CommunityId;
import mainline.kernel.Languages;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.people.Operators;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The language in which a community writes what stays. Whoever founded it chooses, as long as they belong to it, or whoever runs
 * the installation: nothing that was written changes by it, and everybody reads pages in a language of their own.
 */
@Component
public class CommunityLanguages {
    private final MissionStore store;
    private final Communities communities;
    private final Operators operators;

    CommunityLanguages(MissionStore store, Communities communities, Operators operators) {
        this.store = store;
        this.communities = communities;
        this.operators = operators;
    }

    public boolean mayChoose(CommunityId community, PersonId person) {
        return isFounder(community, person)
                || operators.all().stream().anyMatch(operator -> operator.id().equals(person));
    }

    private boolean isFounder(CommunityId community, PersonId person) {
        return communities.isMember(community, person)
                && store.version(community, 1)
                        .map(first -> first.text().by().equals(person))
                        .orElse(false);
    }

    /**
     * @param tag of one of the {@link Languages}
     * @throws Refused for {@code language}, or as a whole when it is not theirs to say
     */
    @Transactional
    public void choose(CommunityId community, PersonId by, String tag) {
        if (!mayChoose(community, by)) throw Refused.because("", "mission.language.not-yours");
        Locale language = Languages.of(tag).orElseThrow(() -> Refused.because("language", "mission.language.unknown"));
        communities.speak(community, language, by);
    }
}
