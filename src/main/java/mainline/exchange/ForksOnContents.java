package mainline.exchange;

import gg.jte.Content;
import java.util.List;
import mainline.community.Community;
import mainline.community.Here;
import mainline.handbook.ContentsPanel;
import mainline.handbook.Handbook;
import mainline.kernel.PersonId;
import mainline.look.Fragments;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Beside the table of contents: where the handbook began, which others began from it, and how to begin one. */
@Component
@Order(50)
class ForksOnContents implements ContentsPanel {
    private static final int MOST = 5;
    private static final int AS_FOUNDED = 1;

    /**
     * @param origin null when it began by itself, or from one that the viewer may not know of
     * @param forks the newest few
     * @param more whether there are others
     * @param mayBegin whether the viewer may begin this one from another
     */
    record Show(
            Here here,
            @Nullable Fork fork,
            @Nullable Community origin,
            List<Community> forks,
            boolean more,
            boolean mayBegin) {}

    private final Forks forks;
    private final Handbook handbook;
    private final Fragments fragments;

    ForksOnContents(Forks forks, Handbook handbook, Fragments fragments) {
        this.forks = forks;
        this.handbook = handbook;
        this.fragments = fragments;
    }

    @Override
    public Content of(Here here) {
        Person viewer = here.person();
        PersonId person = viewer == null ? null : viewer.id();
        Fork fork = forks.find(here.id()).orElse(null);
        Community origin = fork == null ? null : forks.origin(fork, person).orElse(null);
        List<Community> begun = forks.of(here.id(), person);
        boolean may = fork == null
                && here.isMember()
                && handbook.pageCount(here.id()) <= AS_FOUNDED
                && forks.mayBegin(here.member());
        return fragments.of(
                "exchange/oncontents",
                new Show(here, fork, origin, begun.stream().limit(MOST).toList(), begun.size() > MOST, may));
    }
}
