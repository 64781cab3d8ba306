package mainline.site;

import java.util.HashMap;
import java.util.Map;
import mainline.kernel.Reason;
import mainline.kernel.Refused;

/** On the set-up page two things have a name: the person has the field {@code name}, the community {@code community}. */
final class SetUpForm {
    private SetUpForm() {}

    static void ofCommunity(Runnable founding) {
        try {
            founding.run();
        } catch (Refused refused) {
            Map<String, Reason> problems = new HashMap<>(refused.problems());
            Reason name = problems.remove("name");
            Reason slug = problems.remove("slug");
            if (name != null) problems.put("community", name);
            else if (slug != null) problems.put("community", slug);
            throw new Refused(problems);
        }
    }
}
