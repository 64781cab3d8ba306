package mainline.concerns;

import mainline.community.Member;
import mainline.community.Notice;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who hears of a word on a concern. */
@Component
class ConcernNotices {
    private final ApplicationEventPublisher events;

    ConcernNotices(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Nobody is told what they did themselves. */
    void tell(Member by, PersonId to, Subject subject, String key, String question) {
        if (!to.equals(by.person())) events.publishEvent(Notice.answered(to, subject, Reason.of(key, question)));
    }
}
