package mainline.platform;

import java.util.List;

/** The example community that {@code mainline demo} shows; a later module knows how to make it. */
public interface DemoWorld {
    /** Makes the example community in an empty database; called on the first start of a demo. */
    void load();

    /** Lines that say who can sign in, and how. */
    List<String> signIns();
}
