package mainline.founding;

import java.util.List;

/**
 * One thing that a new community needs, and whether it is there.
 *
 * @param path of the page on which it is done; from the root of the installation when it begins with a slash
 * @param gaps of what is said of it
 */
record Step(What what, boolean done, String path, List<Object> gaps) {
    enum What {
        CLAUSES,
        READERS,
        RULES,
        MAIL,
        PEOPLE,
        QUESTION,
        IDEA,
        PAGE,
        STEWARD
    }

    static Step of(What what, boolean done, String path) {
        return new Step(what, done, path, List.of());
    }
}
