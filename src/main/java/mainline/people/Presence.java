package mainline.people;

import jakarta.servlet.ServletRequest;

/** Whether whoever asked is still there, for an answer that goes on for minutes: what is written to nobody tells so only late. */
public interface Presence {
    boolean hasLeft();

    /** Where nobody can tell, they are there. */
    static Presence of(ServletRequest request) {
        return request.getAttribute(Presence.class.getName()) instanceof Presence known ? known : () -> false;
    }

    static void note(ServletRequest request, Presence presence) {
        request.setAttribute(Presence.class.getName(), presence);
    }
}
