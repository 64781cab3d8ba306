package mainline.kernel;

/** The number of a community in this installation; it leads every key of community data. */
public record CommunityId(long value) {}
