package mainline.handbook;

import java.util.Map;

/**
 * What a handbook may begin with.
 *
 * @param pages their texts by path, the front page among them
 * @param areas the names of folders that somebody looks after, by path
 */
public record ReadyHandbook(Map<String, String> pages, Map<String, String> areas) {}
