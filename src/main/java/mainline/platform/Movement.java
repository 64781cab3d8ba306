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

    /** Something became of a person, whatever they belong to. */
    public static Movement of(PersonId person, String verb) {
        return new Movement(new Subject(NOWHERE, Subject.Kind.MEMBER, person.value()), verb);
    }

    /** Whether it is in no community that it happened. */
    public boolean isNowhere() {
        return subject.community().equals(NOWHERE);
    }
}
