package mainline.notices;

import gg.jte.Content;
import mainline.look.Fragments;
import mainline.look.Shell;
import mainline.people.AccountPanel;
import mainline.people.Visitor;
import org.springframework.stereotype.Component;

/** On a person's account page: how many notices are new, and the way to them. */
@Component
class NoticePanel implements AccountPanel {
    private static final int MANY = 100;

    record Show(Shell shell, int unseen) {}

    private final Notices notices;
    private final Fragments fragments;

    NoticePanel(Notices notices, Fragments fragments) {
        this.notices = notices;
        this.fragments = fragments;
    }

    @Override
    public Content of(Visitor visitor) {
        int unseen = notices.unseen(visitor.id(), MANY);
        return fragments.of("notices/panel", new Show(visitor.shell(), unseen));
    }
}
