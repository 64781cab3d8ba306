package mainline.decisions;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainline.community.Here;

/**
 * The options of a decision as a reader is told of them.
 *
 * @param decides whether the count that is told of decided anything; else none is chosen
 */
record OptionWords(Here here, Decision decision, boolean decides) {
    /** The numbers of all of them, in the order of the ballot. */
    Stream<Integer> options() {
        return decision.options().stream().map(Choice::number);
    }

    String label(int option) {
        return Marks.label(here, decision, option);
    }

    /** Within a sentence: see {@link Marks#name}. */
    String name(int option) {
        return Marks.name(here, decision, option);
    }

    String names(Collection<Integer> options) {
        return options.stream().sorted().map(this::name).collect(Collectors.joining(", "));
    }

    String inOrder(Collection<Integer> options) {
        return options.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /** That the lot had to be drawn, to follow another sentence; empty where nothing was alike. */
    String drawn(Collection<Integer> among, Collection<Integer> chosen) {
        return among.isEmpty() ? "" : " " + here.say("outcome.lot", names(among), inOrder(chosen));
    }

    String mark(boolean won) {
        return won && decides ? here.say("outcome.chosen") : "";
    }
}
