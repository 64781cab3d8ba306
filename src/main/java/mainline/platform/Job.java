package mainline.platform;

import java.time.Duration;

/**
 * Work that returns by the clock. A module contributes one as a bean; of several processes on one database only one
 * runs it at a time. Work that fails is logged and tried again after the same while.
 *
 * @param name unique and lasting: the database remembers by it when the work was last done
 */
public record Job(String name, Duration every, Runnable work) {}
