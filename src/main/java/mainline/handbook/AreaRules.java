package mainline.handbook;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an area asks of a change that touches it. Null for what it leaves to the area around it.
 *
 * @param approvals by how many stewards, at least one
 * @param endorsements by how many members who did not write it; an approval endorses as well
 * @param cooling for how long the same content must have been open
 * @param files the endings of what may lie there; empty for any
 * @param largest how many bytes a file may have
 */
public record AreaRules(
        @Nullable Integer approvals,
        @Nullable Integer endorsements,
        @Nullable Duration cooling,
        @Nullable List<String> files,
        @Nullable Long largest) {
    static final AreaRules NONE = new AreaRules(null, null, null, null, null);

    boolean areNone() {
        return equals(NONE);
    }
}
