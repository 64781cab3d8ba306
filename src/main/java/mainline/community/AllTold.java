package mainline.community;

/** Everybody of a large audience has been told; published when the last of them were. */
public record AllTold(Notice notice, int people) {}
