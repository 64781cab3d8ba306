package mainline.community;

import java.util.stream.Stream;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.look.Follow;
import mainline.look.Shell;
import mainline.people.Person;
import mainline.text.Html;
import mainline.text.Markdown;
import mainline.text.Prose;
import org.jspecify.annotations.Nullable;

/** Where a request for a page is and who makes it: a viewer, how they read, and the frame for the answer. */
public record Here(Viewer viewer, Reading reading, Following following, Shell shell) {

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

    /**
     * How much this reader hears of a thing.
     *
     * @param what its key, or a path of the handbook that begins with a slash
     * @return null for who is no member
     */
    public @Nullable Follow follow(String what) {
        return isMember() ? new Follow(path("following"), what, following.level(member(), what)) : null;
    }

    public String say(String key, @Nullable Object... gaps) {
        return shell.say(key, gaps);
    }

    public String say(Reason reason) {
        return shell.say(reason);
    }

    /** A text as this reader sees it, where it names people and things with links to them. */
    public Html prose(String text) {
        return reading.show(Markdown.prose(text));
    }

    /** The same for one of several texts on a page, as {@link Markdown#html(String, String)}. */
    public Html prose(String text, String place) {
        return reading.show(Markdown.prose(text, place));
    }

    /** The same for a text that is not Markdown. */
    public Html plain(String text) {
        return reading.show(Prose.plain(text));
    }

    /** The same for a text that is still being written. */
    public Html preview(String text) {
        return reading.show(Markdown.preview(text));
    }

    /** What these texts name is looked up in one question, once the first text of the page is shown. */
    public void expect(Stream<String> texts) {
        reading.expect(texts.map(Markdown::prose).toList());
    }
}
