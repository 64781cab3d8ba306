package mainline.ideas;

import mainline.kernel.Subject;

/** An event by which a later module says that an idea has become a project; ideas listens in the same transaction. */
public interface Adoption {
    Subject idea();

    Subject project();
}
