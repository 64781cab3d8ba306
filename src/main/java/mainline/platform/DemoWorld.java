package mainline.platform;

import java.util.List;

/** The example community that {@code mainline demo} shows; a later module knows how to make it. */
public interface DemoWorld {
    /**
     * Makes the example community, unless it is there from an earlier start.
     *
     * @throws Refusal in one line when the database holds somebody else's communities
     */
    void load();

    /** Lines that say who can sign in, and how. */
    List<String> signIns();
}
