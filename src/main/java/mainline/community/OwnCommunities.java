package mainline.community;

import gg.jte.Content;
import java.util.List;
import mainline.look.Fragments;
import mainline.look.Shell;
import mainline.people.AccountPanel;
import mainline.people.Visitor;
import org.springframework.stereotype.Component;

/** On a person's account page: where they belong. */
@Component
class OwnCommunities implements AccountPanel {
    record Show(Shell shell, List<Community> communities) {}

    private final Communities communities;
    private final Fragments fragments;

    OwnCommunities(Communities communities, Fragments fragments) {
        this.communities = communities;
        this.fragments = fragments;
    }

    @Override
    public Content of(Visitor visitor) {
        return fragments.of("community/own", new Show(visitor.shell(), communities.of(visitor.id())));
    }
}
