package mainline.effort;

import java.util.Map;
import mainline.ideas.Idea;

/** An idea, or the project it became, that still misses hours; only the kinds that do. */
public record OpenNeed(Idea idea, Map<EffortKind, Hours> missing) {}
