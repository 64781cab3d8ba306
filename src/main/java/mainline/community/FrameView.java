package mainline.community;

import java.util.Optional;
import mainline.look.Next;
import mainline.look.Outside;
import mainline.look.Shell;
import mainline.look.Turn;
import mainline.platform.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What the frame of a community's pages shows of it; what later modules know of it is asked when a page shows it. */
@Component
public class FrameView {
    private final ObjectProvider<AllWaiting> waiting;
    private final ObjectProvider<Purpose> purposes;
    private final Settings settings;

    FrameView(ObjectProvider<AllWaiting> waiting, ObjectProvider<Purpose> purposes, Settings settings) {
        this.waiting = waiting;
        this.purposes = purposes;
        this.settings = settings;
    }

    /** The same page in the frame and the zone of a community. */
    Shell frame(Viewer viewer, Shell shell) {
        return shell.in(bar(viewer, shell), viewer.community().zone());
    }

    /** The same for whoever is no member yet. */
    public Shell forStranger(Community community, Shell shell) {
        return frame(new Viewer(community, null, false, () -> 0), shell);
    }

    private Shell.Bar bar(Viewer viewer, Shell shell) {
        Community community = viewer.community();
        return new Shell.Bar(
                community.slug(),
                community.name(),
                viewer.isMember(),
                community.isForMembersOnly(),
                SingletonSupplier.of(() -> next(viewer, shell)),
                () -> waiting.getObject().asked(viewer),
                new Outside(settings.address(""), () -> purposes.getObject().of(community.id())));
    }

    private Optional<Next> next(Viewer viewer, Shell shell) {
        Community community = viewer.community();
        boolean below = (shell.path() + "/").startsWith(community.path("") + "/");
        String page = below ? Turn.page(shell.path()) : "";
        return waiting.getObject()
                .next(viewer, page)
                .map(next -> new Next(
                        Turn.to(community.path(next.first().target()), page),
                        shell.say(next.first().title()),
                        next.left()));
    }
}
