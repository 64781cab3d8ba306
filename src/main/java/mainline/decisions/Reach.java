package mainline.decisions;

import java.time.Instant;

/** How far a question was told: to how many of its roll besides whoever asked, and when the last of them heard of it. */
record Reach(int people, Instant last) {}
