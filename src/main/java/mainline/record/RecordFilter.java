package mainline.record;

import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the record to show: by what was done, by whom, about what. An empty verb stands for all, and one
 * without a dot, such as {@code idea}, for all that begin with it.
 */
public record RecordFilter(
        String verb, @Nullable PersonId person, @Nullable Subject subject) {
    public static RecordFilter all() {
        return new RecordFilter("", null, null);
    }

    public static RecordFilter about(Subject subject) {
        return new RecordFilter("", null, subject);
    }

    public static RecordFilter doing(Verb verb) {
        return new RecordFilter(verb.code(), null, null);
    }

    public static RecordFilter by(PersonId person) {
        return new RecordFilter("", person, null);
    }
}
