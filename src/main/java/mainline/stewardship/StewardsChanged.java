package mainline.stewardship;

import mainline.kernel.CommunityId;

/** Somebody oversees an area from now on, or does not any more; published in the transaction of the act, which holds the handbook. */
public record StewardsChanged(CommunityId community) {}
