package mainline.community;

import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.look.Shell;
import mainline.people.Person;
import mainline.people.Visitor;
import org.jspecify.annotations.Nullable;

/** Where a request is and who makes it: the community, the viewer, and the frame for the answer. */
public record Here(Community community, Visitor visitor, boolean isMember, Shell shell) {

    public CommunityId id() {
        return community.id();
    }

    /** Who is looking, or null for an onlooker without an account. */
    public @Nullable Person viewer() {
        return visitor.person();
    }

    public boolean isViewer(PersonId person) {
        return visitor.person() != null && visitor.person().id().equals(person);
    }

    /**
     * The member who acts.
     *
     * @throws mainline.people.SignInNeeded when nobody is signed in
     * @throws JoinNeeded when the person is not a member
     */
    public Member member() {
        PersonId person = visitor.id();
        if (!isMember) throw new JoinNeeded(community.slug());
        return new Member(community.id(), person);
    }

    /** The address of a page of this community. */
    public String path(String below) {
        return community.path(below);
    }

    public String say(String key, @Nullable Object... gaps) {
        return shell.say(key, gaps);
    }

    public String say(Reason reason) {
        return shell.say(reason);
    }
}
