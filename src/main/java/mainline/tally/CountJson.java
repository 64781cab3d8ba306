package mainline.tally;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What each kind of count came to, for programs: by names that stay whatever the components are called. */
final class CountJson {
    private CountJson() {}

    static Map<String, Object> of(Outcome outcome) {
        var json = new LinkedHashMap<String, Object>();
        switch (outcome) {
            case TooFew few -> {
                json.putAll(of(few.count()));
                json.put("turnout", few.least());
            }
            case RankedOutcome ranked -> ranked(json, ranked);
            case SeatsOutcome seats -> seats(json, seats);
            case SharesOutcome shares -> shares(json, shares);
            case ApprovalOutcome approval -> {
                json.put("seats", approval.seats());
                json.put("approvals", approval.approvals());
                json.put("tiedAtTheBorder", approval.border());
            }
            case PluralityOutcome plurality -> {
                json.put("votes", plurality.votes());
                json.put("tied", plurality.tied());
            }
            case DatePollOutcome dates -> dates(json, dates);
            case ScoreOutcome score -> {
                json.put("seats", score.seats());
                json.put("points", score.points());
                json.put("supporters", score.supporters());
                json.put("tiedAtTheBorder", score.border());
            }
            case MajorityOutcome majority -> majority(json, majority);
            default -> {}
        }
        return json;
    }

    private static void dates(Map<String, Object> json, DatePollOutcome dates) {
        json.put("yes", dates.yes());
        json.put("ifNeedBe", dates.ifNeedBe());
        json.put("tied", dates.tied());
    }

    private static void majority(Map<String, Object> json, MajorityOutcome majority) {
        json.put("firstPreferences", majority.votes());
        json.put("valid", majority.valid());
        json.put("quorum", majority.quorum().figure());
    }

    private static void ranked(Map<String, Object> json, RankedOutcome ranked) {
        json.put("pairwise", ranked.pairwise());
        json.put("defaultOption", ranked.defaultOption());
        json.put("dropped", ranked.dropped().stream().map(CountJson::dropped).toList());
        json.put("rounds", ranked.rounds().stream().map(CountJson::round).toList());
        json.put("undefeated", ranked.undefeated());
        json.put("decidedByVotesAgainstDefault", ranked.byDefault());
        json.put("lot", ranked.byLot());
        json.put("draws", ranked.draws().stream().map(CountJson::draw).toList());
        json.put("order", ranked.order());
    }

    private static Map<String, Object> dropped(RankedOutcome.Dropped each) {
        return Map.of(
                "option", each.option(),
                "why", word(each.why()),
                "votes", each.votes(),
                "against", each.against(),
                "quorum", each.quorum().figure(),
                "ratio", each.ratio().toString());
    }

    private static Map<String, Object> round(RankedOutcome.Round round) {
        return inOrder(
                "schwartz",
                round.schwartz(),
                "weakest",
                round.weakest().stream().map(CountJson::defeat).toList());
    }

    private static Map<String, Object> defeat(RankedOutcome.Defeat defeat) {
        return inOrder(
                "winner", defeat.winner(),
                "loser", defeat.loser(),
                "votes", defeat.votes(),
                "against", defeat.against());
    }

    private static Map<String, Object> draw(RankedOutcome.Draw draw) {
        return inOrder("among", draw.among(), "chosen", draw.chosen());
    }

    private static Map<String, Object> inOrder(Object... fields) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < fields.length; i += 2) object.put((String) fields[i], fields[i + 1]);
        return object;
    }

    private static void seats(Map<String, Object> json, SeatsOutcome seats) {
        json.put("seats", seats.seats());
        json.put("valid", seats.valid());
        json.put("quota", seats.quota());
        json.put("rounds", seats.stages().stream().map(CountJson::stage).toList());
    }

    private static Map<String, Object> stage(SeatsOutcome.Stage stage) {
        return inOrder(
                "act", word(stage.act()),
                "option", stage.option(),
                "votes", stage.votes().stream().map(SeatsOutcome::votes).toList(),
                "transfers", stage.transfers().stream().map(SeatsOutcome::votes).toList(),
                "exhausted", SeatsOutcome.votes(stage.exhausted()),
                "lost", SeatsOutcome.votes(stage.lost()),
                "elected", stage.elected(),
                "tied", stage.tied(),
                "tie", word(stage.tie()));
    }

    /** Lower case, as in {@code first_preferences}. */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void shares(Map<String, Object> json, SharesOutcome shares) {
        json.put("completion", shares.completion().word());
        json.put("completionMeans", CountText.means(shares.completion()));
        json.put("stopped", word(shares.why()).replace('_', '-'));
        json.put("budget", shares.amount(shares.budget()));
        json.put("spent", shares.amount(shares.spent()));
        json.put("share", shares.amount(shares.share()));
        json.put("reruns", shares.reruns());
        json.put(
                "rounds",
                shares.chosen().stream().map(each -> choice(shares, each)).toList());
        json.put(
                "filled",
                shares.filled().stream().map(each -> filled(shares, each)).toList());
        json.put("unaffordable", shares.unaffordable());
        json.put("approvals", shares.approvals());
    }

    private static Map<String, Object> choice(SharesOutcome shares, SharesOutcome.Choice each) {
        return inOrder(
                "option", each.option(),
                "cost", shares.amount(each.cost()),
                "supporters", each.supporters(),
                "effectiveVotes", each.effectiveVotes(),
                "pays", shares.amount(each.pays()),
                "tied", each.tied());
    }

    private static Map<String, Object> filled(SharesOutcome shares, SharesOutcome.Filled each) {
        return inOrder(
                "option", each.option(),
                "cost", shares.amount(each.cost()),
                "supporters", each.supporters(),
                "earned", shares.amount(each.earned()),
                "tied", each.tied());
    }
}
