package mainline.announcements;

import java.util.List;
import java.util.Set;
import mainline.community.Belonging;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;

@Component
class AnnouncementsBelong implements Belonging {
    private final AnnouncementStore store;

    AnnouncementsBelong(AnnouncementStore store) {
        this.store = store;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.ANNOUNCEMENT);
    }

    @Override
    public List<PersonId> owners(Subject announcement) {
        return store.find(announcement).map(Announcement::by).stream().toList();
    }
}
