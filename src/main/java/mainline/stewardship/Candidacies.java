package mainline.stewardship;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.community.Communities;
import mainline.handbook.Area;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import org.springframework.stereotype.Component;

/** Who may be put forward, and for what. */
@Component
class Candidacies {
    private final NominationStore store;
    private final RosterFile rosterFile;
    private final StewardQuestions questions;
    private final List<Eligibility> eligibility;
    private final Communities communities;
    private final Clock clock;

    Candidacies(
            NominationStore store,
            RosterFile rosterFile,
            StewardQuestions questions,
            List<Eligibility> eligibility,
            Communities communities,
            Clock clock) {
        this.store = store;
        this.rosterFile = rosterFile;
        this.questions = questions;
        this.eligibility = eligibility;
        this.communities = communities;
        this.clock = clock;
    }

    boolean isMember(CommunityId community, PersonId person) {
        return communities.isMember(community, person);
    }

    /**
     * @param typed an area or a folder, empty for the whole handbook
     * @throws Refused for {@code area}
     */
    Area area(CommunityId community, String typed) {
        return rosterFile.find(community, typed).orElseThrow(() -> Refused.because("area", "steward.area.unknown"));
    }

    /** What every rule says about this person for this area. */
    List<Eligibility.Verdict> verdicts(CommunityId community, PersonId person, String area) {
        return eligibility.stream()
                .map(rule -> rule.of(community, person, area))
                .toList();
    }

    /**
     * @return whether it would renew a term
     * @throws Refused for {@code person}
     */
    boolean check(CommunityId community, String area, PersonId nominee) {
        Optional<Term> term = rosterFile.term(community, area, nominee);
        boolean stays = term.filter(held -> held.daysLeft(rosterFile.today(community)) > Nominations.RENEWABLE_DAYS)
                .isPresent();
        int barred = questions.barredDays(community);
        Instant since = clock.instant().minus(Duration.ofDays(barred));
        new Refused.Check()
                .that(!stays, "person", "steward.already")
                .that(!store.isOpen(community, area, nominee), "person", "nomination.twice")
                .that(!store.wasTurnedDown(community, area, nominee, since), "person", "nomination.barred", barred)
                .orRefuse();
        mustBeEligible(community, area, nominee, "person");
        return term.isPresent();
    }

    /** @throws Refused for that field */
    void mustBeEligible(CommunityId community, String area, PersonId person, String field) {
        for (Eligibility.Verdict verdict : verdicts(community, person, area))
            if (!verdict.eligible()) throw Refused.because(field, "nomination.not-eligible", verdict.reason());
    }
}
