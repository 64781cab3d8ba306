package mainline.record;

import java.util.List;

/** What was done: a constant of the enum in which a module names its verbs. */
public interface Verb {
    /**
     * As object and past participle, such as {@code idea.published}; the message {@code record.CODE} tells it in a sentence.
     * It is stored and hashed, and never changes.
     */
    String code();

    /** Who hears of it, and why; at least one, be it nobody. */
    List<Hearer> hearers();
}
