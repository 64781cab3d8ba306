package mainline.mission;

import java.util.List;
import mainline.community.Visibility;

/**
 * What a community is founded with.
 *
 * @param slug its part of the address, empty to make one from the name
 * @param statement the mission in one sentence
 * @param clauses of the mission in their order; where there are none, the statement stands as the first
 */
public record FoundingDraft(
        String name, String slug, String zone, String statement, Visibility visibility, List<String> clauses) {
    public FoundingDraft {
        clauses = List.copyOf(clauses);
    }

    public FoundingDraft withClauses(List<String> others) {
        return new FoundingDraft(name, slug, zone, statement, visibility, others);
    }
}
