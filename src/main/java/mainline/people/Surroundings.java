package mainline.people;

import jakarta.servlet.http.HttpServletRequest;
import mainline.look.Shell;

/** What surrounds the pages of somebody's account; by the module that knows where they came from. */
public interface Surroundings {
    /** The frame that these pages get, from one that belongs to nothing else. */
    Shell of(Person person, HttpServletRequest request, Shell shell);
}
