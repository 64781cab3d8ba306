package mainline.exchange;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.results.Evidence;
import mainline.results.Practice;
import mainline.results.Practices;
import mainline.results.Verdict;
import mainline.results.Verdicts;
import org.springframework.stereotype.Component;

/** What the trials in a fork say about pages that it offers. */
@Component
class ForkTrials {
    private final Practices practices;
    private final Verdicts verdicts;

    ForkTrials(Practices practices, Verdicts verdicts) {
        this.practices = practices;
        this.verdicts = verdicts;
    }

    /** As they are now; nothing when there were none. */
    Optional<Offer.Tried> of(CommunityId community, List<String> paths) {
        List<Long> numbers = practices(community, paths).stream()
                .map(practice -> practice.subject().number())
                .toList();
        int yes = 0;
        int differently = 0;
        int no = 0;
        for (Evidence evidence : practices.evidence(community, numbers).values()) {
            yes += evidence.yes();
            differently += evidence.changes();
            no += evidence.no();
        }
        if (yes + differently + no == 0) return Optional.empty();
        return Optional.of(new Offer.Tried(yes, differently, no, verdict(community, numbers)));
    }

    private String verdict(CommunityId community, List<Long> practices) {
        Map<Long, Verdict> judged = verdicts.last(community, practices);
        return practices.stream()
                .map(judged::get)
                .filter(Objects::nonNull)
                .map(last -> last.choice().name())
                .findFirst()
                .orElse("");
    }

    List<Practice> practices(CommunityId community, List<String> paths) {
        return paths.stream()
                .limit(Offers.MOST_PAGES)
                .flatMap(path -> practices.at(community, path).stream())
                .toList();
    }
}
