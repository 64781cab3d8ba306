package mainline.results;

import java.util.List;
import java.util.Optional;
import mainline.community.Member;
import mainline.kernel.CommunityId;
import org.springframework.stereotype.Component;

/** What other pages, such as a community's front page, show of results. */
@Component
public class Results {
    private final Practices practices;
    private final PromisedTrials promised;
    private final Evaluations evaluations;

    Results(Practices practices, PromisedTrials promised, Evaluations evaluations) {
        this.practices = practices;
        this.promised = promised;
        this.evaluations = evaluations;
    }

    /** Projects that wait for their verdict, the longest waiting first. */
    public List<VerdictDue> verdictsDue(CommunityId community, int most) {
        return evaluations.due(community, most);
    }

    /** Practices of work this member promised to test or implement, and has not reported on. */
    public List<Practice> trialsAsked(Member member, int most) {
        return promised.of(member, most);
    }

    /** The practice that a page of the handbook is, if it is one. */
    public Optional<Practice> practice(CommunityId community, String page) {
        return practices.at(community, page);
    }
}
