package mainline.platform;

import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/**
 * Something became of a subject. It says that, and never what: no name and no text is in it, so that whoever may know of
 * the community may be told.
 *
 * @param verb the code of what was done, such as {@code idea.published}
 */
public record Movement(Subject subject, String verb) {
    /** In the place of a community for what belongs to none. */
    private static final CommunityId NOWHERE = new CommunityId(0);

    private static final String SILENT = "kept.";

    /** What is kept in memory of that kind is old: no act that anybody with the page open would hear of. */
    public static Movement ofKept(Subject subject, String kind) {
        return new Movement(subject, SILENT + kind);
    }

    /** The same of a person, whatever they belong to. */
    public static Movement ofKept(PersonId person, String kind) {
        return ofKept(new Subject(NOWHERE, Subject.Kind.MEMBER, person.value()), kind);
    }

    public boolean isOfKept(String kind) {
        return isSilent() && verb.substring(SILENT.length()).equals(kind);
    }

    /** Whether it is no act, and only told to who keeps things. */
    public boolean isSilent() {
        return verb.startsWith(SILENT);
    }

    /** Whether it is in no community that it happened. */
    public boolean isNowhere() {
        return subject.community().equals(NOWHERE);
    }
}
