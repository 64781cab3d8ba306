package mainline.ideas;

import gg.jte.Content;
import java.util.Map;
import mainline.community.Here;
import mainline.community.Member;
import mainline.kernel.Refused;
import mainline.look.Form;

/** A part of the composer that belongs to a later module, such as the effort an idea needs. */
public interface IdeaComposing {
    /** The fields, inside the composer's form. */
    Content fields(Here here, Form form);

    /**
     * Looks at what was typed before anything is stored.
     *
     * @param check takes what is wrong with these fields
     */
    void check(Map<String, String> fields, Refused.Check check);

    /** The idea was published with these fields; called in the same transaction. */
    void published(Idea idea, Map<String, String> fields, Member author);
}
