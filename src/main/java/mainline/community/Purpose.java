package mainline.community;

import mainline.kernel.CommunityId;

/** What a community says it is for; by the module that keeps its mission. */
public interface Purpose {
    /** One sentence, empty where nothing is said yet. */
    String of(CommunityId community);
}
