package mainline.community;

import java.util.Optional;
import mainline.look.Next;
import mainline.look.Outside;
import mainline.look.Shell;
import mainline.platform.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What the frame of a community's pages shows of it; what later modules know of it is asked when a page shows it. */
@Component
class CommunityBars {
    private final ObjectProvider<NextWaiting> waiting;
    private final ObjectProvider<Purpose> purposes;
    private final Settings settings;

    CommunityBars(ObjectProvider<NextWaiting> waiting, ObjectProvider<Purpose> purposes, Settings settings) {
        this.waiting = waiting;
        this.purposes = purposes;
        this.settings = settings;
    }

    /** The same page in the frame and the zone of a community. */
    Shell frame(Viewer viewer, Shell shell) {
        return shell.in(bar(viewer, shell), viewer.community().zone());
    }

    private Shell.Bar bar(Viewer viewer, Shell shell) {
        Community community = viewer.community();
        return new Shell.Bar(
                community.slug(),
                community.name(),
                viewer.isMember(),
                community.isForMembersOnly(),
                SingletonSupplier.of(() -> next(viewer, shell)),
                new Outside(settings.address(""), () -> purposes.getObject().of(community.id())));
    }

    private Optional<Next> next(Viewer viewer, Shell shell) {
        Community community = viewer.community();
        String done = shell.path().replaceFirst("^/[^/]*/?", "").replaceFirst("[?].*", "");
        return waiting.getObject()
                .of(viewer, done)
                .map(next -> new Next(
                        community.path(next.first().target()),
                        shell.say(next.first().title()),
                        next.left()));
    }
}
