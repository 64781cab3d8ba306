package mainline.platform;

/**
 * Hears what moved, in whichever process on this database it was done: once it is committed, and before the act's answer is
 * given where it was done in this process. It must not take long: whoever acts, or tells, waits for it. Listeners hear in
 * their order: first who keeps things, last who tells others to ask for them again.
 */
public interface MovementListener {
    void moved(Movement movement);

    /** What moved meanwhile is not known, since for a while nothing was heard of other processes. */
    void anythingMoved();
}
