package mainline.concerns;

import mainline.community.Member;
import mainline.community.Notice;
import mainline.community.Written;
import mainline.decisions.Decision;
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

    /** Last of all: who is mentioned and owes an answer hears of that. */
    void wrote(Member by, Decision decision, String field, String text) {
        events.publishEvent(new Written(by, decision.subject(), decision.question(), field, text));
    }
}
