package mainline.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mainline.kernel.Codes;
import mainline.kernel.Refused;
import mainline.tally.Ballot;

/** A ballot as it is written down: {@code 2>1=3}, {@code 1,3}, {@code 1:7,3:10}, {@code yes}, {@code 4}; the same ballot always the same. */
final class BallotCodec {
    private static final Codes<Ballot.Hand> HANDS = Codes.of(Ballot.Hand.class, hand -> switch (hand) {
        case YES -> "yes";
        case NO -> "no";
        case ABSTAIN -> "abstain";
    });

    private BallotCodec() {}

    static String write(Ballot ballot) {
        return switch (ballot) {
            case Ballot.Ranking ranking ->
                ranking.places().stream()
                        .filter(place -> !place.isEmpty())
                        .map(place -> join(place, "="))
                        .collect(Collectors.joining(">"));
            case Ballot.Approvals approvals -> join(approvals.options(), ",");
            case Ballot.Pick pick -> String.valueOf(pick.option());
            case Ballot.Points points ->
                new TreeMap<>(points.given())
                        .entrySet().stream()
                                .map(each -> each.getKey() + ":" + each.getValue())
                                .collect(Collectors.joining(","));
            case Ballot.Hand hand -> HANDS.of(hand);
            case Ballot.Degree degree -> String.valueOf(degree.degree());
        };
    }

    static Ballot read(Method method, String text) {
        return switch (method) {
            case RANKED, SEATS -> {
                List<Set<Integer>> places = new ArrayList<>();
                if (!text.isEmpty()) for (String place : text.split(">")) places.add(numbers(place, "="));
                yield new Ballot.Ranking(places);
            }
            case APPROVAL, EQUAL_SHARES -> new Ballot.Approvals(numbers(text, ","));
            case PLURALITY -> new Ballot.Pick(Integer.parseInt(text));
            case DATES, SCORE, DOTS -> new Ballot.Points(points(text));
            case SHOW_OF_HANDS -> HANDS.read(text);
            case TEMPERATURE -> new Ballot.Degree(Integer.parseInt(text));
            case LAZY_CONSENSUS, CONSENT -> throw new IllegalArgumentException(method + " has no ballots");
        };
    }

    /** @throws Refused when it does not fit the question */
    static void check(Decision decision, Ballot ballot) {
        boolean fits = switch (decision.method()) {
            case RANKED -> ballot instanceof Ballot.Ranking ranking && fits(ranking, decision.numbers(), true);
            case SEATS -> ballot instanceof Ballot.Ranking ranking && fits(ranking, decision.numbers(), false);
            case APPROVAL, EQUAL_SHARES ->
                ballot instanceof Ballot.Approvals approvals && fits(approvals.options(), decision.numbers());
            case PLURALITY -> ballot instanceof Ballot.Pick pick && fits(List.of(pick.option()), decision.numbers());
            case DATES, SCORE, DOTS -> ballot instanceof Ballot.Points points && fits(points.given(), decision);
            case SHOW_OF_HANDS -> ballot instanceof Ballot.Hand;
            case TEMPERATURE -> ballot instanceof Ballot.Degree degree && degree.degree() >= 0 && degree.degree() <= 5;
            case LAZY_CONSENSUS, CONSENT -> false;
        };
        if (!fits) throw Refused.because("ballot", "decision.ballot.odd");
    }

    private static boolean fits(Ballot.Ranking ranking, int numbers, boolean ties) {
        List<Integer> ranked = ranking.places().stream().flatMap(Set::stream).toList();
        return ranked.size() == Set.copyOf(ranked).size()
                && fits(ranked, numbers)
                && (ties || ranking.places().stream().allMatch(place -> place.size() <= 1));
    }

    private static boolean fits(Iterable<Integer> options, int numbers) {
        for (int option : options) if (option < 1 || option > numbers) return false;
        return true;
    }

    private static boolean fits(Map<Integer, Integer> points, Decision decision) {
        int most = Marks.most(decision);
        int sum = points.values().stream().mapToInt(Integer::intValue).sum();
        return fits(points.keySet(), decision.numbers())
                && points.values().stream().allMatch(each -> each >= 1 && each <= most)
                && (decision.method() != Method.DOTS || sum <= most);
    }

    private static Map<Integer, Integer> points(String text) {
        Map<Integer, Integer> points = new TreeMap<>();
        if (!text.isEmpty())
            for (String each : text.split(",")) {
                String[] pair = each.split(":", 2);
                points.put(Integer.parseInt(pair[0]), Integer.parseInt(pair[1]));
            }
        return points;
    }

    private static Set<Integer> numbers(String text, String between) {
        Set<Integer> numbers = new TreeSet<>();
        if (!text.isEmpty()) for (String number : text.split(between)) numbers.add(Integer.parseInt(number));
        return numbers;
    }

    private static String join(Set<Integer> numbers, String between) {
        return numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(between));
    }
}
