package mainline.decisions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import mainline.community.Here;
import mainline.community.Names;
import mainline.interests.Declared;
import mainline.interests.Interests;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.people.People;
import mainline.tally.Ballot;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Casting a ballot, the receipt of a secret one, and the ballots that were counted. */
@Controller
@RequestMapping("/{community}/decisions/{number:\\d{1,18}}")
class BallotPages {
    private static final int SIZE = 100;

    private final Decisions decisions;
    private final Ballots ballots;
    private final DecisionPages pages;
    private final People people;
    private final Interests interests;

    BallotPages(Decisions decisions, Ballots ballots, DecisionPages pages, People people, Interests interests) {
        this.decisions = decisions;
        this.ballots = ballots;
        this.pages = pages;
        this.people = people;
        this.interests = interests;
    }

    record Receipted(Here here, Decision decision, Receipt receipt) {}

    @PostMapping("/ballot")
    ModelAndView cast(
            Here here,
            @PathVariable long number,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        Decision decision = decisions.get(here.id(), number);
        boolean isChange = !decision.secret()
                && ballots.own(decision, here.member().person()).isPresent();
        try {
            Ballot ballot = Marks.read(decision, fields);
            Said said = decision.secret() ? Said.NOTHING : said(fields);
            Receipt receipt =
                    ballots.cast(here.member(), decision.subject(), ballot, said, fields.getOrDefault("nonce", ""));
            if (!decision.secret())
                return Page.go(here.path(decision.path()), isChange ? "ballot.changed" : "ballot.cast");
            // It is shown once and kept nowhere, neither here nor by the browser.
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            return Page.show("decisions/receipt", new Receipted(here, decision, receipt));
        } catch (Refused refused) {
            Decision now = decisions.get(here.id(), number);
            return Page.refuse("decisions/decision", pages.page(here, now, Form.refused(fields, refused)));
        }
    }

    private static Said said(Map<String, String> fields) {
        return new Said(fields.getOrDefault("reason", ""), fields.getOrDefault("interest", ""));
    }

    record Row(PublishedBallot ballot, String marks) {}

    record Published(
            Here here,
            Decision decision,
            List<Row> rows,
            @Nullable Cursor next,
            Names names,
            Map<PersonId, String> interests,
            Form form,
            @Nullable Row found) {}

    @GetMapping("/ballots")
    ModelAndView published(Here here, @PathVariable long number, @RequestParam(defaultValue = "0") long after) {
        return Page.show("decisions/ballots", list(here, number, after, Form.empty(), null));
    }

    /** By its receipt, which stands in no address. */
    @PostMapping("/receipt")
    ModelAndView find(
            Here here,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String receipt,
            HttpServletResponse response) {
        Decision decision = decisions.get(here.id(), number);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Map<String, String> typed = Map.of("receipt", receipt);
        return ballots.published(decision, receipt)
                .map(ballot -> Page.show(
                        "decisions/ballots", list(here, number, 0, Form.of(typed), row(here, decision, ballot))))
                .orElseGet(() -> Page.refuse(
                        "decisions/ballots",
                        list(
                                here,
                                number,
                                0,
                                Form.refused(typed, Refused.because("receipt", "ballots.not-found")),
                                null)));
    }

    private Published list(Here here, long number, long after, Form form, @Nullable Row found) {
        Decision decision = decisions.get(here.id(), number);
        if (!(decision.stage() instanceof Stage.Closed) || !decision.method().isCounted())
            throw new Missing("ballots of decision " + number);
        Paged<PublishedBallot> page = ballots.published(decision, after, SIZE);
        List<PersonId> voters = page.items().stream()
                .flatMap(ballot -> java.util.stream.Stream.ofNullable(ballot.voter()))
                .toList();
        return new Published(
                here,
                decision,
                page.items().stream().map(ballot -> row(here, decision, ballot)).toList(),
                page.next(),
                Names.of(people, voters),
                interests.of(decision.subject(), Declared.Act.VOTE, voters),
                form,
                found);
    }

    private static Row row(Here here, Decision decision, PublishedBallot ballot) {
        return new Row(ballot, Marks.say(here, decision, ballot.ballot()));
    }
}
