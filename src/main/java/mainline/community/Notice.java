package mainline.community;

import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;

/**
 * Something people must hear of, published in the act's transaction; it reaches them by the ways they chose.
 *
 * @param subject where they are led to
 * @param text said in their language; a key of the publishing module
 */
public record Notice(Audience to, Subject subject, Topic topic, Reason text) {
    public Notice(Audience to, Subject subject, Reason text) {
        this(to, subject, Topic.of(subject.kind()), text);
    }

    public Notice(PersonId to, Subject subject, Reason text) {
        this(new Audience.One(to), subject, text);
    }
}
