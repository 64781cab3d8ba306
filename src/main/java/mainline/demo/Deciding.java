package mainline.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mainline.decisions.Ballots;
import mainline.decisions.ChoiceDraft;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Purpose;
import mainline.decisions.Question;
import mainline.decisions.Said;
import mainline.demo.Script.Made;
import mainline.platform.Jobs;
import mainline.tally.Ballot;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The part of the story in which the harbour decides: one question for each method, most of them settled. */
@Component
@Order(6)
@ConditionalOnProperty("mainline.demo")
class Deciding implements Chapter {
    private static final List<String> SEVEN = List.of("amara", "tomas", "ngozi", "joaquin", "mei", "farid", "sofie");

    private final Decisions decisions;
    private final Ballots ballots;
    private final Jobs jobs;

    Deciding(Decisions decisions, Ballots ballots, Jobs jobs) {
        this.decisions = decisions;
        this.ballots = ballots;
        this.jobs = jobs;
    }

    @Override
    public void write(Story story) {
        new Told(story).all();
    }

    private final class Told {
        private final Story story;

        Told(Story story) {
            this.story = story;
        }

        void all() {
            names();
            evening();
            speakers();
            hours();
            poster();
            lunch();
            open();
        }

        /** A show of hands. */
        private void names() {
            story.daysAgo(50);
            Made<Decision> decision = story.make(() -> decisions.open(
                    story.as("mei"),
                    asked(
                            "Do we publish trial reports with the names of the teams?",
                            "So far a report says \"a team of twelve\". Readers ask us which one, so that they can call.",
                            Method.SHOW_OF_HANDS,
                            46)));
            story.daysAgo(49);
            List.of("amara", "ngozi", "joaquin", "mei", "tomas")
                    .forEach(name -> vote(name, decision, Ballot.Hand.YES, ""));
            vote("farid", decision, Ballot.Hand.NO, "Small teams are one person. Ask each team first.");
            vote("sofie", decision, Ballot.Hand.ABSTAIN, "");
            close(46);
            story.act(() -> decisions.conclude(
                    story.as("mei"),
                    decision.get().subject(),
                    "Reports name the team, if the team has said yes. Mei adds the question to the report form."));
        }

        /** A ranked vote. */
        private void evening() {
            story.daysAgo(44);
            Made<Decision> decision = story.make(() -> decisions.open(
                    story.as("amara"),
                    asked(
                            "Which evening for the monthly meeting?",
                            "Thursdays clash with the food bank since March.",
                            Method.RANKED,
                            40,
                            "Tuesday",
                            "Wednesday",
                            "Saturday morning")));
            story.daysAgo(43);
            rank("amara", decision, "2 1");
            rank("tomas", decision, "1 2");
            rank("ngozi", decision, "2 3 1");
            rank("joaquin", decision, "3 2");
            rank("mei", decision, "2 1");
            rank("farid", decision, "1 2 3");
            close(40);
        }

        /** Several seats, in secret. */
        private void speakers() {
            story.daysAgo(34);
            Made<Decision> decision = story.make(() -> decisions.open(
                    story.as("tomas"),
                    asked(
                                    "Which two of us speak at the regional day?",
                                    "Twenty minutes each, on what we tried and what came of it.",
                                    Method.SEATS,
                                    29,
                                    "Ngozi Adeyemi",
                                    "Joaquín Paz",
                                    "Sofie van den Berg-Lindqvist",
                                    "Mei Tanaka")
                            .inSecret()
                            .forSeats(2)));
            story.daysAgo(32);
            rank("amara", decision, "1 4");
            rank("tomas", decision, "1 2");
            rank("ngozi", decision, "4 2");
            rank("joaquin", decision, "1 3 2");
            rank("mei", decision, "3 1");
            rank("farid", decision, "1 4 3");
            rank("sofie", decision, "4 1");
            close(29);
        }

        /** Several projects under one budget of hours. */
        private void hours() {
            story.daysAgo(24);
            Made<Decision> decision = story.make(() -> decisions.open(
                    story.as("ngozi"),
                    asked(
                                    "What do we spend the spring's 90 hours on?",
                                    "What seven of us can give until June.",
                                    Method.EQUAL_SHARES,
                                    19)
                            .sharing(
                                    4 * 90,
                                    List.of(
                                            new ChoiceDraft("Handbook in Spanish", "", 4 * 40),
                                            new ChoiceDraft("Open evening for newcomers", "", 4 * 24),
                                            new ChoiceDraft("Visit the harbour association in Tangier", "", 4 * 60),
                                            new ChoiceDraft("Check last year's trials again", "", 4 * 20)))));
            story.daysAgo(22);
            Map.of(
                            "amara", Set.of(1, 2),
                            "tomas", Set.of(2, 4),
                            "ngozi", Set.of(1, 4),
                            "joaquin", Set.of(1, 3),
                            "mei", Set.of(2, 4),
                            "farid", Set.of(3),
                            "sofie", Set.of(1, 2, 4))
                    .forEach((name, options) -> vote(name, decision, new Ballot.Approvals(options), ""));
            close(19);
        }

        /** One of several, by one pick each. */
        private void poster() {
            story.daysAgo(17);
            Made<Decision> decision = story.make(() -> decisions.open(
                    story.as("farid"),
                    asked(
                                    "Which picture goes on the open day's poster?",
                                    "The printer takes one.",
                                    Method.PLURALITY,
                                    14,
                                    "The crane at dawn",
                                    "Nets on the quay",
                                    "Children at low tide")
                            .serving(new Purpose(4, "so that newcomers see that there is room for them")),
                    "The printer is my brother-in-law."));
            story.daysAgo(16);
            List<Integer> picks = List.of(1, 3, 3, 2, 3, 1, 3);
            for (int i = 0; i < SEVEN.size(); i++) vote(SEVEN.get(i), decision, new Ballot.Pick(picks.get(i)), "");
            close(14);
            story.act(() -> decisions.conclude(
                    story.as("farid"),
                    decision.get().subject(),
                    "Farid takes it to the printer on Friday; the posters hang by the weekend."));
        }

        /** The smallest thing there is to decide. */
        private void lunch() {
            story.daysAgo(12);
            Made<Decision> decision = story.make(() -> decisions.open(
                    story.as("sofie"),
                    asked(
                                    "Where do we eat after the open day?",
                                    "",
                                    Method.APPROVAL,
                                    11.9,
                                    "Soup at the net loft",
                                    "The canteen by the ferry",
                                    "Everybody brings something")
                            .untilAllVoted()));
            List<Set<Integer>> likes =
                    List.of(Set.of(1, 3), Set.of(1), Set.of(3), Set.of(1, 2), Set.of(1, 3), Set.of(3, 2), Set.of(1));
            for (int i = 0; i < SEVEN.size(); i++) vote(SEVEN.get(i), decision, new Ballot.Approvals(likes.get(i)), "");
            vote("tomas", decision, new Ballot.Approvals(Set.of(1, 2)), new Said("", "My cousin cooks at the loft."));
            close(11.9);
        }

        /** What the reader can still vote on. */
        private void open() {
            story.daysAgo(1);
            Made<Decision> name = story.make(() -> decisions.open(
                    story.as("joaquin"),
                    asked(
                                    "What do we call the spring gathering?",
                                    "One of these goes on the poster.",
                                    Method.APPROVAL,
                                    -3,
                                    "Low tide",
                                    "All hands",
                                    "Lighthouse day",
                                    "Puerto abierto")
                            .untilAllVoted()));
            Made<Decision> warm = story.make(() -> decisions.open(
                    story.as("mei"),
                    asked(
                            "How do you feel about a paid coordinator for the winter?",
                            "Nothing is decided by this. It tells whether it is worth working out.",
                            Method.TEMPERATURE,
                            -4)));
            story.daysAgo(0.6);
            vote("joaquin", name, new Ballot.Approvals(Set.of(4, 1)), "");
            vote("sofie", name, new Ballot.Approvals(Set.of(2)), "");
            vote("farid", warm, new Ballot.Degree(4), "");
            vote("joaquin", warm, new Ballot.Degree(2), "Only if we say beforehand who pays from March on.");
        }

        private Question asked(
                String question, String background, Method method, double endsDaysAgo, String... options) {
            Question asked = Question.of(question, method, story.at(endsDaysAgo), options)
                    .explained(background);
            return method == Method.TEMPERATURE ? asked : asked.reviewedOn(story.day(100));
        }

        private void rank(String name, Supplier<Decision> decision, String numbers) {
            vote(
                    name,
                    decision,
                    new Ballot.Ranking(Arrays.stream(numbers.split(" "))
                            .map(number -> Set.of(Integer.valueOf(number)))
                            .collect(Collectors.toList())),
                    "");
        }

        private void vote(String name, Supplier<Decision> decision, Ballot ballot, String reason) {
            vote(name, decision, ballot, new Said(reason, ""));
        }

        private void vote(String name, Supplier<Decision> decision, Ballot ballot, Said said) {
            story.act(() -> ballots.cast(
                    story.as(name), decision.get().subject(), ballot, said, ballots.nonce(decision.get())));
        }

        private void close(double days) {
            story.daysAgo(days - 0.01);
            story.act(() -> jobs.run("decisions.close"));
        }
    }
}
