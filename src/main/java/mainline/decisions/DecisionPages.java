package mainline.decisions;

import gg.jte.Content;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import mainline.community.Here;
import mainline.community.Names;
import mainline.discussion.DiscussionPanel;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.look.Form;
import mainline.look.Page;
import mainline.look.Timeline;
import mainline.people.People;
import mainline.platform.Settings;
import mainline.text.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One decision: what is asked and of whom, the ballot while it is open, the outcome and how it came about afterwards. */
@Controller
class DecisionPages {
    private static final int MOST_NAMES = 200;
    private static final int LONGEST_CLAUSE = 60;

    private final Decisions decisions;
    private final Ballots ballots;
    private final Outcomes outcomes;
    private final DiscussionPanel discussions;
    private final People people;
    private final Settings settings;
    private final Clauses clauses;
    private final Clock clock;
    private final List<DecisionPanel> panels;

    DecisionPages(
            Decisions decisions,
            Ballots ballots,
            Outcomes outcomes,
            DiscussionPanel discussions,
            People people,
            Settings settings,
            Clauses clauses,
            Clock clock,
            List<DecisionPanel> panels) {
        this.decisions = decisions;
        this.ballots = ballots;
        this.outcomes = outcomes;
        this.discussions = discussions;
        this.people = people;
        this.settings = settings;
        this.clauses = clauses;
        this.clock = clock;
        this.panels = panels;
    }

    /**
     * The ballot as a form.
     *
     * @param nonce makes a form that is sent twice count once; random for every page
     */
    record Vote(Here here, Form form, String nonce, boolean isChange) {
        String hours(long quarters) {
            return here.shell().hours(BigDecimal.valueOf(quarters).divide(BigDecimal.valueOf(4)));
        }

        /** The numbers on a ranked ballot, those already ranked first. */
        List<Integer> order(Decision decision) {
            return IntStream.rangeClosed(1, decision.numbers())
                    .boxed()
                    .sorted(Comparator.comparingInt(this::place))
                    .toList();
        }

        private int place(int option) {
            String typed = form.value("rank-" + option);
            return typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : Integer.MAX_VALUE;
        }
    }

    /**
     * @param serves the clause it serves, in the words that it has now; by its number once it was let go; null for housekeeping, or where it was not said
     * @param reach null while some of the roll are still to be told
     * @param turnout how many have voted so far, 0 until it may be told
     * @param vote null for who cannot vote now
     * @param own in words, null without an open ballot of one's own
     * @param voters null until they may be shown
     */
    record Show(
            Here here,
            Decision decision,
            @Nullable String serves,
            boolean isOver,
            @Nullable Reach reach,
            int turnout,
            Voting voting,
            @Nullable Vote vote,
            @Nullable String own,
            Names names,
            @Nullable List<PersonId> voters,
            @Nullable Explained explained,
            Timeline timeline,
            List<String> terms,
            List<Content> parts,
            List<BallotFile> files,
            String verify,
            Content discussion) {
        boolean isAsker() {
            return here.isMember() && here.isViewer(decision.by());
        }

        /** What a link to the page tells of it elsewhere: what came out, once it is known. */
        String description() {
            return switch (decision.stage()) {
                case Stage.Closed closed -> (here.say(closed.sentence()) + " " + closed.statement()).strip();
                case Stage.Withdrawn withdrawn -> here.say("decision.withdrawn-says");
                case Stage.Announced announced -> decision.background();
                case Stage.Open open -> decision.background();
            };
        }

        /** The picture of an outcome names the options already, but not what was written below them. */
        boolean listsOptions() {
            return decision.options().stream()
                    .anyMatch(choice -> explained == null || !choice.detail().isEmpty());
        }

        boolean isOpen() {
            return decision.stage() instanceof Stage.Open;
        }
    }

    @GetMapping("/{community}/decisions/{number:\\d{1,18}}")
    ModelAndView show(Here here, @PathVariable long number) {
        return Page.show("decisions/decision", page(here, decisions.get(here.id(), number), null));
    }

    /** @param refused the ballot form with what is wrong with it; null for a fresh one */
    Show page(Here here, Decision decision, @Nullable Form refused) {
        Voting voting = here.isMember() ? ballots.voting(decision, here.member().person()) : Voting.NOT_ON_ROLL;
        OwnBallot own = voting == Voting.MAY_CHANGE
                ? ballots.own(decision, here.member().person()).orElse(null)
                : null;
        Vote vote =
                voting == Voting.MAY_VOTE || voting == Voting.MAY_CHANGE ? vote(here, decision, own, refused) : null;
        List<PersonId> voters =
                ballots.voters(decision, 0, MOST_NAMES).map(Paged::items).orElse(List.of());
        return new Show(
                here,
                decision,
                serves(decision),
                !clock.instant().isBefore(decision.ends()),
                decisions.reach(decision.subject()).orElse(null),
                ballots.turnout(decision).orElse(0),
                voting,
                vote,
                own == null ? null : Marks.say(here, decision, own.ballot()),
                names(decision, voters),
                voters.isEmpty() ? null : voters,
                explained(here, decision),
                timeline(here, decision),
                TermsInWords.of(here, decision),
                panels.stream()
                        .map(panel -> panel.of(decision, here))
                        .filter(Objects::nonNull)
                        .toList(),
                files(decision),
                "bin/mainline verify --url " + settings.address(here.path("")),
                talk(here, decision));
    }

    /** Whether there is something else to do than to comment: a vote or a word, or to say what follows. */
    private static boolean asksForMore(Here here, Decision decision) {
        return switch (decision.stage()) {
            case Stage.Open open -> true;
            case Stage.Closed closed -> closed.statement().isEmpty() && here.isMember() && here.isViewer(decision.by());
            case Stage.Announced announced -> false;
            case Stage.Withdrawn withdrawn -> false;
        };
    }

    private Content talk(Here here, Decision decision) {
        return asksForMore(here, decision)
                ? discussions.beside(here, decision.subject())
                : discussions.of(here, decision.subject());
    }

    private @Nullable String serves(Decision decision) {
        Purpose purpose = decision.purpose();
        if (purpose == null || purpose.isHousekeeping()) return null;
        return clauses.all(decision.subject().community()).stream()
                .filter(clause -> clause.number() == purpose.clause())
                .map(clause -> Markdown.excerpt(clause.text(), LONGEST_CLAUSE))
                .findFirst()
                .orElse("M" + purpose.clause());
    }

    private Names names(Decision decision, List<PersonId> voters) {
        Set<PersonId> mentioned = new TreeSet<>(Comparator.comparingLong(PersonId::value));
        mentioned.add(decision.by());
        mentioned.addAll(voters);
        return Names.of(people, mentioned);
    }

    private Vote vote(Here here, Decision decision, @Nullable OwnBallot own, @Nullable Form refused) {
        Map<String, String> marked = new HashMap<>();
        if (own != null) {
            marked.putAll(Marks.fields(own.ballot()));
            marked.put("reason", own.said().reason());
            marked.put("interest", own.said().interest());
        }
        Form form = refused == null ? Form.of(marked) : refused;
        String kept = form.value("nonce");
        String nonce = kept.endsWith("." + decision.round()) ? kept : ballots.nonce(decision);
        return new Vote(here, form, nonce, own != null);
    }

    private @Nullable Explained explained(Here here, Decision decision) {
        if (!(decision.stage() instanceof Stage.Closed) || !decision.method().isCounted()) return null;
        return Explained.of(here, decision, outcomes.of(decision));
    }

    private List<BallotFile> files(Decision decision) {
        if (!(decision.stage() instanceof Stage.Closed) || !decision.method().isCounted()) return List.of();
        return BallotFile.of(decision, outcomes.lot(decision));
    }

    private static Timeline timeline(Here here, Decision decision) {
        List<Timeline.Moment> moments = new ArrayList<>();
        moments.add(new Timeline.Moment(here.say("decision.opened"), decision.opened(), false));
        decision.options().stream()
                .filter(choice -> choice.version() > 1)
                .sorted(Comparator.comparing(Choice::at))
                .forEach(choice -> moments.add(
                        new Timeline.Moment(here.say("decision.option-changed", choice.number()), choice.at(), false)));
        if (decision.talk() != null)
            moments.add(new Timeline.Moment(
                    here.say("decision.ballot-opens"),
                    decision.ballotOpens(),
                    decision.stage() instanceof Stage.Announced));
        switch (decision.stage()) {
            case Stage.Announced announced ->
                moments.add(new Timeline.Moment(here.say("decision.ends"), decision.ends(), true));
            case Stage.Open open -> moments.add(new Timeline.Moment(here.say("decision.ends"), decision.ends(), true));
            case Stage.Closed closed ->
                moments.add(new Timeline.Moment(here.say("decision.closed"), closed.at(), false));
            case Stage.Withdrawn withdrawn ->
                moments.add(new Timeline.Moment(here.say("decision.withdrawn"), withdrawn.at(), false));
        }
        if (decision.review() != null && !(decision.stage() instanceof Stage.Withdrawn)) {
            moments.add(Timeline.Moment.until(here.say("decision.review"), decision.review(), here.shell()));
        }
        return new Timeline(moments);
    }
}
