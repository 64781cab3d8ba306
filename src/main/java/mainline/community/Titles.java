package mainline.community;

import java.util.Collection;
import java.util.Map;
import mainline.kernel.Subject;

/** What things are called, by the module that knows. */
public interface Titles {
    /** Of those that have a title, whatever community they are in; in one question to the database. */
    Map<Subject, String> of(Collection<Subject> subjects);
}
