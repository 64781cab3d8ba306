package mainline.look;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mainline.kernel.Reason;
import mainline.look.Line.State;
import mainline.look.Line.Station;
import mainline.text.Diff;
import mainline.text.Html;
import mainline.text.Markdown;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Every component in every state, for those who build pages. */
@Controller
@ConditionalOnProperty("mainline.demo")
class LookPages {
    static final String LONG = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh, María de los Ángeles Concepción";
    static final String ARABIC = "إحاطة من صفحة واحدة قبل كل نوبة تطوع";

    record Show(
            Shell shell,
            List<Line> lines,
            List<Loop> loop,
            Form blank,
            Form refused,
            List<Option> options,
            List<Burnup.Point> points,
            Votes votes,
            Diff diff,
            Html prose,
            Html arabic) {}

    @GetMapping("/look")
    ModelAndView show(Shell shell) {
        return Page.show("look/look", sample(shell));
    }

    static Show sample(Shell shell) {
        return new Show(
                shell,
                List.of(line(0), line(2), line(4), line(7)),
                loop(),
                Form.empty(),
                refused(),
                options(),
                points(),
                votes(shell),
                diff(),
                prose(),
                Markdown.html(ARABIC + ".\n\n> " + ARABIC + "\n\n1. " + ARABIC + "\n2. Mixed with English"));
    }

    record Votes(Bars bars, Pairwise pairwise, Rounds rounds, Timeline timeline) {}

    private static Votes votes(Shell shell) {
        return new Votes(
                new Bars(
                        List.of(
                                new Bars.Bar("Soup at the harbour", "14 votes", 14, "chosen"),
                                new Bars.Bar(LONG, "9 votes", 9, ""),
                                new Bars.Bar(ARABIC, "0 votes", 0, "")),
                        6,
                        "6 votes are needed"),
                new Pairwise(List.of(1, 2, 3), List.of("Soup at the harbour", LONG, ARABIC), new long[][] {
                    {0, 14, 20}, {9, 0, 12}, {3, 12, 0}
                }),
                new Rounds(
                        List.of(
                                new Rounds.Row("Ngozi Adeyemi", List.of(14.0, 10.0, 10.0), "elected in round 1", true),
                                new Rounds.Row(LONG, List.of(6.0, 9.25, 10.5), "elected in round 3", true),
                                new Rounds.Row(ARABIC, List.of(4.0, 4.75), "out in round 2", false)),
                        10,
                        3),
                new Timeline(List.of(
                        new Timeline.Moment("opened", shell.now().minusSeconds(90_000), false),
                        new Timeline.Moment("an option changed", shell.now().minusSeconds(9_000), false),
                        new Timeline.Moment("ends", shell.now().plusSeconds(90_000), true))));
    }

    private static Line line(int here) {
        List<String> titles = List.of(
                "M4", "Idea 17", "Helpers found", "Project 5", "Change 48", "Silent start", "10 trials", "Result");
        List<String> notes = List.of(
                "volunteers stay because they grow",
                "version 3, 12 May",
                "31 of 37 hours promised",
                "9 people, 44 hours",
                "version 2, in review",
                "in Running meetings",
                "in 6 places",
                "due 30 June");
        return new Line(java.util.stream.IntStream.range(0, titles.size())
                .mapToObj(i -> new Station(
                        titles.get(i),
                        i <= here ? notes.get(i) : "",
                        i <= here ? "#line" : null,
                        i < here ? State.DONE : i == here ? State.HERE : State.AHEAD))
                .toList());
    }

    private static List<Loop> loop() {
        return List.of(
                new Loop(5, "clauses", "what we are for", "#loop"),
                new Loop(38, "ideas", "7 new this week", "#loop"),
                new Loop(6, "projects", "214 of 260 hours given", "#loop"),
                new Loop(4, "changes", "in review", "#loop"),
                new Loop(1061, "pages", "in the handbook", "#loop"),
                new Loop(12, "trials", "in 9 places", "#loop"),
                new Loop(0, "verdicts", "one is due on Friday", "#loop"));
    }

    private static Form refused() {
        Map<String, Reason> problems = new LinkedHashMap<>();
        for (String name : List.of("title", "text", "clause", "kind", "agree"))
            problems.put(name, Reason.of("form.missing"));
        problems.put("title", Reason.of("form.too-long", 120, 132));
        return new Form(Map.of("title", LONG, "text", ARABIC), problems);
    }

    private static List<Option> options() {
        return List.of(
                new Option("do", "Do", "make it"), new Option("support", "Support", "help, mentor, maintain"),
                new Option("test", "Test", "try it and report"), new Option("implement", LONG, ""));
    }

    private static List<Burnup.Point> points() {
        LocalDate first = LocalDate.of(2026, 5, 4);
        double[] pledged = {6, 14, 14, 26, 31, 37, 44, 44, 46};
        double[] delivered = {0, 0, 3, 9, 12.5, 20, 22, 31, 38};
        return Stream.iterate(0, i -> i < pledged.length, i -> i + 1)
                .map(i -> new Burnup.Point(first.plusDays(5L * i), pledged[i], delivered[i]))
                .toList();
    }

    private static Diff diff() {
        String kept =
                "Read the page first.\n\nSit where all see each other.\n\nPut phones away.\n\nName who writes.\n\n";
        return Diff.of(
                "When the group is large, the chair names somebody who keeps the time.\n\n"
                        + kept
                        + "Give everybody five minutes to read the page in silence. Then the chair opens the discussion.\n\n"
                        + "If you are fewer than four, skip this step.\n\nThis paragraph goes.",
                kept
                        + "Give everybody five minutes to read the page in silence. Then go round once; each person says one"
                        + " thing the page made them think. The chair speaks last.\n\n"
                        + "If you are fewer than four, keep the silence and skip the round.\n\nSomething quite different arrives.\n\n"
                        + "When the group is large, the chair asks somebody who keeps the time.");
    }

    private static Html prose() {
        return Markdown.html("""
                Half of our shifts start with ten minutes of people asking each other *what is going on*. A page that fits on a \
                phone would fix that, and [teach people to hand over](https://example.org/hand-over) well.

                > What is open, who to ask, what went wrong last time.

                ## What we would do

                1. Write a template
                2. Try it on four shifts
                   - in two places
                   - for a month

                | shift | minutes before | minutes after |
                |---|--:|--:|
                | Saturday | 14 | 5 |
                | Sunday | 11 | 6 |

                Inline `code`, and a block:

                ```
                git clone https://community.example/harbour/handbook.git --depth 1 --branch a-rather-long-branch-name
                ```
                """);
    }
}
