package mainline.ideas;

import gg.jte.Content;
import java.util.Map;
import java.util.Set;
import mainline.community.Here;
import mainline.kernel.Refused;
import mainline.look.Form;

/** A part of the composer that belongs to a later module, such as the effort an idea needs. */
public interface IdeaComposing {
    /** The fields, inside the composer's form. */
    Content fields(Here here, Form form);

    /** The names of these fields, by which programs send them too. */
    Set<String> names();

    /**
     * Reads what was typed there.
     *
     * @param check takes what is wrong with these fields; then what is given back is never used
     */
    IdeaPart read(Map<String, String> fields, Refused.Check check);
}
