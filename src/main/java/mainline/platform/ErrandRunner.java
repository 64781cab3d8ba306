package mainline.platform;

/** Does the errands of one kind; a bean of the module that knows how. */
public interface ErrandRunner<P extends Record> {
    Errand<P> errand();

    /** Whether it talks with other servers, which may be silent for long: then it has threads of its own and holds up nothing else. */
    default boolean isSlow() {
        return false;
    }

    /**
     * Does the work once, in no transaction. What it throws is told to operators, and the errand is tried again later, so
     * it must bear being begun twice.
     *
     * @param attempt 1 for the first
     */
    void run(P payload, int attempt);
}
