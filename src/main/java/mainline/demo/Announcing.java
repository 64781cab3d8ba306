package mainline.demo;

import mainline.announcements.AnnouncementDraft;
import mainline.announcements.Announcements;
import mainline.kernel.Subject;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A steward tells everybody where to find each other while the quay is closed. */
@Component
@Order(9)
@ConditionalOnProperty("mainline.demo")
class Announcing implements Chapter {
    private static final AnnouncementDraft QUAY =
            new AnnouncementDraft("The north quay is closed until the end of the month", """
            The harbour office repairs the railing, so **no shift starts at the north quay** until then.

            - Saturday shifts meet at the fish hall, at the usual hour.
            - The food bank loads at gate 4; the ramp there is steep, so come in twos.
            - Whoever has a key of the north shed, please leave it with Tomás.

            If that does not work for your team, say so below and we find something else.
            """, false);

    private final Announcements announcements;

    Announcing(Announcements announcements) {
        this.announcements = announcements;
    }

    @Override
    public void write(Story story) {
        story.daysAgo(2.4);
        story.act(() -> announcements.announce(
                story.as("amara"), new Subject(story.as("amara").community(), Subject.Kind.COMMUNITY, 0).key(), QUAY));
    }
}
