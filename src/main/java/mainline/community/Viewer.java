package mainline.community;

import java.util.function.IntSupplier;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.people.Person;
import mainline.people.SignInNeeded;
import org.jspecify.annotations.Nullable;

/**
 * Who is looking at a community: what every read of people's things takes. Whoever holds one may know of the community.
 *
 * @param person none for an onlooker without an account
 * @param trust how far they are trusted, asked when it is needed
 */
public record Viewer(Community community, @Nullable Person person, boolean isMember, IntSupplier trust) {

    public boolean signedIn() {
        return person != null;
    }

    /** @throws SignInNeeded for an onlooker */
    public PersonId id() {
        if (person == null) throw new SignInNeeded();
        return person.id();
    }

    public boolean is(PersonId other) {
        return person != null && person.id().equals(other);
    }

    /**
     * The member who acts.
     *
     * @throws SignInNeeded when nobody is signed in
     * @throws JoinNeeded when the person is not a member
     */
    public Member member() {
        PersonId acting = id();
        if (!isMember) throw new JoinNeeded(community.slug());
        return new Member(community.id(), acting);
    }

    /** As in {@link Standing}. */
    public int level() {
        return trust.getAsInt();
    }

    /** The one place where it is decided what these eyes see. */
    public boolean sees(Subject subject) {
        return subject.community().equals(community.id());
    }

    /**
     * The same subject, for who sees it.
     *
     * @throws Missing for who does not
     */
    public Subject at(Subject subject) {
        if (!sees(subject)) throw new Missing(subject.key());
        return subject;
    }
}
