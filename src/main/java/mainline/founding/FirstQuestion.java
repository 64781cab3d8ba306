package mainline.founding;

import java.time.Instant;
import java.util.List;
import mainline.decisions.Method;
import mainline.decisions.Question;
import org.jspecify.annotations.Nullable;

/**
 * A question that a community may begin with, ready to be asked.
 *
 * @param n its number in the community
 * @param options none for one that is answered by yes or no
 * @param asked the number of the decision it became; null as long as it waits
 */
record FirstQuestion(
        int n,
        String question,
        String background,
        List<String> options,
        @Nullable Long asked) {
    FirstQuestion {
        options = List.copyOf(options);
    }

    Method method() {
        return options.isEmpty() ? Method.SHOW_OF_HANDS : Method.APPROVAL;
    }

    /** It ends when everybody has answered, at the latest then. */
    Question until(Instant ends) {
        return Question.of(question, method(), ends, options.toArray(String[]::new))
                .explained(background)
                .untilAllVoted();
    }
}
