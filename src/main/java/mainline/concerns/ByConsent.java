package mainline.concerns;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainline.decisions.Decision;
import mainline.decisions.Escalations;
import mainline.decisions.Method;
import mainline.decisions.Settling;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Consent: it passes when enough consent and no objection is open. A round that fails is followed by one more, and after
 * that the wordings that were objected to go to a ranked vote.
 */
@Component
class ByConsent implements Settling {
    private final Rounds rounds;
    private final Escalations escalations;

    ByConsent(Rounds rounds, Escalations escalations) {
        this.rounds = rounds;
        this.escalations = escalations;
    }

    @Override
    public Method method() {
        return Method.CONSENT;
    }

    @Override
    public @Nullable Settled settle(Decision decision) {
        List<Word> words = rounds.words(decision);
        int consents = (int) words.stream().filter(Word::consents).count();
        int objections = count(words, Word.Kind.OBJECTION);
        int spoke = words.size() - count(words, Word.Kind.WITHDRAWN);
        if (objections == 0 && consents >= decision.terms().least()) {
            int reservations = count(words, Word.Kind.RESERVATION);
            Reason sentence = reservations == 0
                    ? Reason.of("consent.passed", consents, decision.eligible())
                    : Reason.of("consent.passed-reserved", consents, decision.eligible(), reservations);
            return new Settled(true, List.of(1), spoke, sentence);
        }
        boolean last = rounds.of(decision).number() >= Round.MOST;
        rounds.failed(decision);
        if (!last) return null;
        boolean goesOn = escalations
                .toRankedVote(decision, involved(decision, words), rounds.variants(decision))
                .isPresent();
        String end = goesOn ? "-goes-on" : "-ends";
        return new Settled(
                false,
                List.of(),
                spoke,
                objections > 0
                        ? Reason.of("consent.objected" + end, objections)
                        : Reason.of(
                                "consent.too-few" + end,
                                consents,
                                decision.terms().least()));
    }

    private static int count(List<Word> words, Word.Kind kind) {
        return (int) words.stream().filter(word -> word.kind() == kind).count();
    }

    private static Set<PersonId> involved(Decision decision, List<Word> words) {
        return Stream.concat(Stream.of(decision.by()), words.stream().map(Word::by))
                .collect(Collectors.toSet());
    }
}
