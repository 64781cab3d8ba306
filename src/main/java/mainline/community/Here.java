package mainline.community;

import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.look.Shell;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;

/** Where a request for a page is and who makes it: a viewer, and the frame for the answer. */
public record Here(Viewer viewer, Shell shell) {

    public Community community() {
        return viewer.community();
    }

    public CommunityId id() {
        return community().id();
    }

    /** Who is looking, or null for an onlooker without an account. */
    public @Nullable Person person() {
        return viewer.person();
    }

    public boolean isMember() {
        return viewer.isMember();
    }

    public boolean isViewer(PersonId person) {
        return viewer.is(person);
    }

    /** The member who acts, as in {@link Viewer#member}. */
    public Member member() {
        return viewer.member();
    }

    /** The address of a page of this community. */
    public String path(String below) {
        return community().path(below);
    }

    public String say(String key, @Nullable Object... gaps) {
        return shell.say(key, gaps);
    }

    public String say(Reason reason) {
        return shell.say(reason);
    }
}
