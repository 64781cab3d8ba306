package mainline.record;

import mainline.kernel.CommunityId;

/** Something was recorded in this community; published in the act's transaction. */
public record Recorded(CommunityId community, String verb) {}
