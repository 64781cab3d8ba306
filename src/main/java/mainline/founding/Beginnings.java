package mainline.founding;

import java.util.Locale;
import mainline.community.Community;
import mainline.decisions.RuleBook;
import mainline.decisions.Strictness;
import mainline.handbook.HandbookBeginning;
import mainline.kernel.PersonId;
import mainline.mission.Founding;
import mainline.mission.FoundingDraft;
import mainline.people.People;
import mainline.platform.Settings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Communities that begin with more than their mission. */
@Component
public class Beginnings {
    private final Founding founding;
    private final ReadyStarts starts;
    private final RuleBook rules;
    private final HandbookBeginning handbook;
    private final FirstQuestionStore questions;
    private final People people;
    private final Settings settings;

    Beginnings(
            Founding founding,
            ReadyStarts starts,
            RuleBook rules,
            HandbookBeginning handbook,
            FirstQuestionStore questions,
            People people,
            Settings settings) {
        this.founding = founding;
        this.starts = starts;
        this.rules = rules;
        this.handbook = handbook;
        this.questions = questions;
        this.people = people;
        this.settings = settings;
    }

    /**
     * Founds a community, with all that a ready start has for its kind.
     *
     * @param language in which the texts are written
     * @throws mainline.kernel.Refused as a founding does
     */
    @Transactional
    public Community begin(FoundingDraft draft, Start start, Locale language, PersonId founder) {
        return start == Start.EMPTY
                ? founding.found(draft, founder)
                : begin(draft, starts.of(start, language), founder);
    }

    private Community begin(FoundingDraft draft, ReadyStart ready, PersonId founder) {
        Community community = founding.found(draft.withClauses(ready.clauses()), founder);
        if (ready.strictness() != Strictness.USUAL)
            rules.adopt(community.id(), ready.strictness().rules(), null);
        String name = people.get(founder).name();
        handbook.begin(
                community, founder, ready.handbook(community.name(), settings.address("/" + community.slug()), name));
        questions.add(community.id(), ready.questions());
        return community;
    }
}
