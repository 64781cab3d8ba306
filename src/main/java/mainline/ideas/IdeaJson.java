package mainline.ideas;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An idea as programs read it.
 *
 * @param page its address for people
 * @param mission the version of the mission from which it cites the clause
 * @param author by handle; left out where it is known no more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IdeaJson(
        long number,
        String page,
        String title,
        String text,
        int clause,
        int mission,
        String interest,
        @Nullable String author,
        int version,
        Instant published,
        Instant changed,
        StateJson state) {

    /**
     * @param is open, withdrawn or adopted
     * @param at since when; left out for an open one
     * @param why it was withdrawn
     * @param project the number of the one it has become
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StateJson(
            String is,
            @Nullable Instant at,
            @Nullable String why,
            @Nullable Long project) {
        static StateJson of(Idea.State state) {
            return switch (state) {
                case Idea.Open open -> new StateJson("open", null, null, null);
                case Idea.Withdrawn withdrawn -> new StateJson("withdrawn", withdrawn.at(), withdrawn.why(), null);
                case Idea.Adopted adopted ->
                    new StateJson(
                            "adopted", adopted.at(), null, adopted.project().number());
            };
        }
    }

    static IdeaJson of(Idea idea, @Nullable String author, String page) {
        return new IdeaJson(
                idea.subject().number(),
                page,
                idea.title(),
                idea.text(),
                idea.clause(),
                idea.mission(),
                idea.interest(),
                author,
                idea.version(),
                idea.published(),
                idea.changed(),
                StateJson.of(idea.state()));
    }
}
