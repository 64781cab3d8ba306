package mainline.community;

import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;

/**
 * Something people must hear of, published in the act's transaction; it reaches them by the ways they chose.
 *
 * @param subject where they are led to
 * @param text said in their language; a key of the publishing module
 * @param urgent whether it is mailed by itself though it only holds for them
 */
public record Notice(Audience to, Why why, Subject subject, Topic topic, Reason text, boolean urgent) {
    public Notice(Audience to, Why why, Subject subject, Topic topic, Reason text) {
        this(to, why, subject, topic, text, false);
    }

    private Notice(Audience to, Why why, Subject subject, Reason text) {
        this(to, why, subject, Topic.of(subject.kind()), text);
    }

    /** They owe an answer. */
    public static Notice asked(Audience to, Subject subject, Reason text) {
        return new Notice(to, Why.ASKED, subject, text);
    }

    public static Notice asked(PersonId to, Subject subject, Reason text) {
        return asked(new Audience.One(to), subject, text);
    }

    /** Somebody acted on what is theirs. */
    public static Notice answered(PersonId to, Subject subject, Reason text) {
        return new Notice(new Audience.One(to), Why.ANSWERED, subject, text);
    }

    /** It holds for all of them. */
    public static Notice bound(Audience to, Subject subject, Reason text) {
        return new Notice(to, Why.BOUND, subject, text);
    }

    /** The same, and it cannot wait for a digest. */
    public static Notice urgent(Audience to, Subject subject, Reason text) {
        return new Notice(to, Why.BOUND, subject, Topic.of(subject.kind()), text, true);
    }
}
