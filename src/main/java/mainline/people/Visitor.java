package mainline.people;

import mainline.kernel.PersonId;
import mainline.look.Shell;
import org.jspecify.annotations.Nullable;

/** Who is asking, and the frame for the answer. Controllers take it as a parameter. */
public record Visitor(@Nullable Person person, Shell shell) {

    public boolean signedIn() {
        return person != null;
    }

    /** @throws SignInNeeded for a visitor who is not signed in */
    public PersonId id() {
        if (person == null) throw new SignInNeeded();
        return person.id();
    }
}
