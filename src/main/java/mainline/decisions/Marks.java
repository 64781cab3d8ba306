package mainline.decisions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mainline.community.Here;
import mainline.kernel.Refused;
import mainline.tally.Ballot;
import mainline.tally.DatePoll;
import mainline.tally.Score;

/** A ballot as the form of its page sends it, and as a sentence. */
final class Marks {
    private static final int LOWEST_PLACE = 999;

    private Marks() {}

    /** @throws Refused when nothing is marked, or something that does not fit */
    static Ballot read(Decision decision, Map<String, String> fields) {
        return switch (decision.method()) {
            case SHOW_OF_HANDS -> hand(fields.getOrDefault("hand", ""));
            case PLURALITY -> pick(decision, fields.getOrDefault("option", ""));
            case DATES, SCORE -> points(decision, fields);
            case DOTS -> dots(decision, fields);
            case APPROVAL, EQUAL_SHARES -> approvals(decision, fields);
            case RANKED, SEATS -> ranking(decision, fields);
            case TEMPERATURE -> degree(fields.getOrDefault("degree", ""));
            case LAZY_CONSENSUS, CONSENT -> throw Refused.because("ballot", "vote.missing");
        };
    }

    private static Ballot hand(String typed) {
        for (Ballot.Hand hand : Ballot.Hand.values()) if (hand.name().equals(typed)) return hand;
        throw Refused.because("hand", "vote.missing");
    }

    private static Ballot pick(Decision decision, String typed) {
        return decision.options().stream()
                .map(Choice::number)
                .filter(number -> typed.equals(String.valueOf(number)))
                .findFirst()
                .map(Ballot.Pick::new)
                .orElseThrow(() -> Refused.because("option", "vote.missing"));
    }

    /** The most points that one option can get from one person. */
    static int most(Decision decision) {
        return switch (decision.method()) {
            case DATES -> DatePoll.YES;
            case SCORE -> Score.HIGHEST;
            default -> decision.terms().dots();
        };
    }

    private static Ballot dots(Decision decision, Map<String, String> fields) {
        int most = most(decision);
        Ballot.Points points = points(decision, fields);
        int sum = points.given().values().stream().mapToInt(Integer::intValue).sum();
        if (sum > most) throw Refused.because("points", "vote.dots-many", sum, most);
        return points;
    }

    /** An option without a number, or with 0, gets nothing. */
    private static Ballot.Points points(Decision decision, Map<String, String> fields) {
        int most = most(decision);
        Map<Integer, Integer> given = new TreeMap<>();
        boolean marked = false;
        for (int option = 1; option <= decision.numbers(); option++) {
            String typed = fields.getOrDefault("points-" + option, "").strip();
            if (typed.isEmpty()) continue;
            if (!typed.matches("\\d{1,3}") || Integer.parseInt(typed) > most)
                throw Refused.because("points-" + option, "vote.points-odd", most);
            marked = true;
            if (Integer.parseInt(typed) > 0) given.put(option, Integer.parseInt(typed));
        }
        if (!marked) throw Refused.because("points-1", "vote.points-missing");
        return new Ballot.Points(given);
    }

    private static Ballot degree(String typed) {
        if (!typed.matches("[0-5]")) throw Refused.because("degree", "vote.missing");
        return new Ballot.Degree(Integer.parseInt(typed));
    }

    private static Ballot approvals(Decision decision, Map<String, String> fields) {
        Set<Integer> options = decision.options().stream()
                .map(Choice::number)
                .filter(number -> fields.containsKey("option-" + number))
                .collect(Collectors.toCollection(TreeSet::new));
        if (options.isEmpty() != fields.containsKey("none")) throw Refused.because("options", "vote.none-or-some");
        return new Ballot.Approvals(options);
    }

    private static Ballot ranking(Decision decision, Map<String, String> fields) {
        SortedMap<Integer, Set<Integer>> places = new TreeMap<>();
        for (int option = 1; option <= decision.numbers(); option++) {
            String typed = fields.getOrDefault("rank-" + option, "").strip();
            if (typed.isEmpty()) continue;
            if (!typed.matches("\\d{1,3}") || Integer.parseInt(typed) < 1)
                throw Refused.because("rank-" + option, "vote.rank-odd", LOWEST_PLACE);
            places.computeIfAbsent(Integer.parseInt(typed), place -> new TreeSet<>())
                    .add(option);
        }
        if (places.isEmpty()) throw Refused.because("rank-1", "vote.rank-missing");
        if (decision.method() == Method.SEATS)
            places.forEach((place, alike) -> {
                if (alike.size() > 1)
                    throw Refused.because(
                            "rank-" + alike.stream().skip(1).findFirst().orElseThrow(), "vote.rank-twice", place);
            });
        return new Ballot.Ranking(new ArrayList<>(places.values()));
    }

    /** The fields by which the form shows this ballot again. */
    static Map<String, String> fields(Ballot ballot) {
        Map<String, String> fields = new HashMap<>();
        switch (ballot) {
            case Ballot.Hand hand -> fields.put("hand", hand.name());
            case Ballot.Pick pick -> fields.put("option", "" + pick.option());
            case Ballot.Points points ->
                points.given().forEach((option, each) -> fields.put("points-" + option, "" + each));
            case Ballot.Degree degree -> fields.put("degree", "" + degree.degree());
            case Ballot.Approvals approvals -> {
                approvals.options().forEach(option -> fields.put("option-" + option, "yes"));
                if (approvals.options().isEmpty()) fields.put("none", "yes");
            }
            case Ballot.Ranking ranking -> {
                int place = 1;
                for (Set<Integer> alike : ranking.places()) {
                    for (int option : alike) fields.put("rank-" + option, "" + place);
                    place++;
                }
            }
        }
        return fields;
    }

    /** In the reader's words; each option by its name. */
    static String say(Here here, Decision decision, Ballot ballot) {
        return switch (ballot) {
            case Ballot.Hand hand -> here.say("vote.hand." + hand);
            case Ballot.Pick pick -> name(here, decision, pick.option());
            case Ballot.Points points ->
                points.given().isEmpty() ? here.say("vote.none-of-them") : points(here, decision, points.given());
            case Ballot.Degree degree -> here.say("vote.degree." + degree.degree());
            case Ballot.Approvals approvals ->
                approvals.options().isEmpty()
                        ? here.say("vote.none-of-them")
                        : names(here, decision, approvals.options(), ", ");
            case Ballot.Ranking ranking -> {
                List<String> places = ranking.places().stream()
                        .filter(place -> !place.isEmpty())
                        .map(place -> names(here, decision, place, " = "))
                        .toList();
                yield String.join(" › ", places);
            }
        };
    }

    private static String points(Here here, Decision decision, Map<Integer, Integer> given) {
        boolean dates = decision.method() == Method.DATES;
        return given.keySet().stream()
                .sorted()
                .map(option -> name(here, decision, option) + " "
                        + (dates ? here.say("vote.date." + given.get(option)) : given.get(option)))
                .collect(Collectors.joining(dates ? "; " : ", "));
    }

    private static String names(Here here, Decision decision, Set<Integer> options, String between) {
        return options.stream()
                .sorted()
                .map(option -> name(here, decision, option))
                .collect(Collectors.joining(between));
    }

    /** The option of that number in isolation, so that names in several scripts do not turn a sentence round. */
    static String name(Here here, Decision decision, int option) {
        return "\u2068" + label(here, decision, option) + "\u2069";
    }

    /** The option of that number where it stands alone. */
    static String label(Here here, Decision decision, int option) {
        if (option == decision.keepDiscussing()) return here.say("vote.keep-discussing");
        return decision.options().stream()
                .filter(choice -> choice.number() == option)
                .map(choice -> decision.method() == Method.DATES ? here.shell().exact(choice.moment()) : choice.text())
                .findFirst()
                .orElseGet(() -> here.say("outcome.yes"));
    }
}
