package mainline.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mainline.community.Here;
import mainline.kernel.Burden;
import mainline.kernel.Missing;
import mainline.tally.Ballot;
import mainline.tally.BallotSheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The ballots of a closed decision, to be taken along and counted again. */
@Controller
@Burden(Burden.Kind.EXPORTING)
class BallotFilePages {
    private final Decisions decisions;
    private final Outcomes outcomes;

    BallotFilePages(Decisions decisions, Outcomes outcomes) {
        this.decisions = decisions;
        this.outcomes = outcomes;
    }

    @GetMapping("/{community}/decisions/{number:\\d{1,18}}/ballots.{ending:blt|soi|pb|txt|csv}")
    ResponseEntity<String> take(Here here, @PathVariable long number, @PathVariable String ending) {
        Decision decision = counted(here, number);
        BallotFile file = BallotFile.of(decision, outcomes.lot(decision)).stream()
                .filter(each -> each.ending().equals(ending))
                .findFirst()
                .orElseThrow(() -> new Missing("ballots as " + ending));
        return answer(file.name(), sheet(here, decision).as(file.format()));
    }

    /** One line for each ballot; the record holds the SHA-256 of every line. */
    @GetMapping("/{community}/decisions/{number:\\d{1,18}}/ballots.list")
    ResponseEntity<String> list(Here here, @PathVariable long number) {
        List<BallotStore.Row> ballots = outcomes.ballots(counted(here, number));
        return answer(
                "decision-" + number + ".list",
                ballots.stream().map(Attestation::line).map(line -> line + "\n").collect(Collectors.joining()));
    }

    private Decision counted(Here here, long number) {
        Decision decision = decisions.get(here.id(), number);
        if (!(decision.stage() instanceof Stage.Closed) || !decision.method().isCounted())
            throw new Missing("ballots of decision " + number);
        return decision;
    }

    private static ResponseEntity<String> answer(String name, String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/plain;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text);
    }

    private BallotSheet sheet(Here here, Decision decision) {
        List<String> options =
                new ArrayList<>(decision.options().stream().map(Choice::text).toList());
        if (decision.keepDiscussing() > 0) options.add(here.say("vote.keep-discussing"));
        if (decision.method() == Method.SHOW_OF_HANDS)
            options.addAll(List.of(here.say("vote.hand.YES"), here.say("vote.hand.NO")));
        List<String> rules = new ArrayList<>(TermsInWords.of(here, decision));
        BallotFile.of(decision, outcomes.lot(decision)).stream()
                .map(BallotFile::command)
                .filter(command -> !command.isEmpty())
                .forEach(rules::add);
        return new BallotSheet(
                decision.question(),
                options,
                outcomes.ballots(decision).stream()
                        .map(row -> new BallotSheet.Entry(
                                onPaper(BallotCodec.read(decision.method(), row.choice())), row.receipt()))
                        .toList(),
                rules,
                decision.method().takesSeats() ? decision.terms().seats() : 0,
                decision.method() == Method.EQUAL_SHARES
                        ? decision.options().stream().map(Choice::quarterHours).toList()
                        : List.of(),
                decision.terms().budgetQuarterHours(),
                decision.terms().completion().counted());
    }

    /** A hand as a ballot between yes and no, where who says neither prefers none of them; one pick as a first place. */
    private static Ballot onPaper(Ballot ballot) {
        return switch (ballot) {
            case Ballot.Hand hand ->
                new Ballot.Ranking(
                        hand == Ballot.Hand.ABSTAIN ? List.of() : List.of(Set.of(hand == Ballot.Hand.YES ? 1 : 2)));
            case Ballot.Pick pick -> new Ballot.Ranking(List.of(Set.of(pick.option())));
            case Ballot.Points points -> points;
            case Ballot.Degree degree -> degree;
            case Ballot.Approvals approvals -> approvals;
            case Ballot.Ranking ranking -> ranking;
        };
    }
}
