package mainline.mission;

import java.time.Instant;
import mainline.kernel.Subject;

/** Where a version of the charter stands. */
public sealed interface CharterStage {
    /** Published by the founder of a community that has ratified nothing yet; it holds until then. */
    record Draft() implements CharterStage {}

    /** @param overtaken another version holds by now than the one it was written on, so it must be written anew */
    record Proposed(boolean overtaken) implements CharterStage {}

    record InRatification(Subject decision) implements CharterStage {}

    record Ratified(Subject decision, Instant at) implements CharterStage {}

    /** It held until another version did. */
    record Superseded() implements CharterStage {}

    record TurnedDown(Subject decision, Instant at) implements CharterStage {}

    /** The key of its name: {@code mission.stage.Draft}. */
    default String key() {
        return switch (this) {
            case Draft _ -> "mission.stage.Draft";
            case Proposed _ -> "mission.stage.Proposed";
            case InRatification _ -> "mission.stage.InRatification";
            case Ratified _ -> "mission.stage.Ratified";
            case Superseded _ -> "mission.stage.Superseded";
            case TurnedDown _ -> "mission.stage.TurnedDown";
        };
    }
}
