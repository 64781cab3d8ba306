package mainline.results;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainline.chain.ChainView;
import mainline.community.Here;
import mainline.community.Names;
import mainline.discussion.DiscussionPanel;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookPage;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Line;
import mainline.look.Option;
import mainline.look.Page;
import mainline.look.Section;
import mainline.people.People;
import mainline.projects.Measure;
import mainline.projects.Plan;
import mainline.projects.Projects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Practices with their trials: the list, one practice, reporting a trial. */
@Controller
@RequestMapping("/{community}")
class ResultPages {
    private static final int SIZE = 30;
    private static final int DUE = 20;

    private final Practices practices;
    private final Trials trials;
    private final Evaluations evaluations;
    private final Verdicts verdicts;
    private final Projects projects;
    private final Handbook handbook;
    private final DiscussionPanel discussions;
    private final ChainView chain;
    private final People people;

    ResultPages(
            Practices practices,
            Trials trials,
            Evaluations evaluations,
            Verdicts verdicts,
            Projects projects,
            Handbook handbook,
            DiscussionPanel discussions,
            ChainView chain,
            People people) {
        this.practices = practices;
        this.trials = trials;
        this.evaluations = evaluations;
        this.verdicts = verdicts;
        this.projects = projects;
        this.handbook = handbook;
        this.discussions = discussions;
        this.chain = chain;
        this.people = people;
    }

    @Bean
    static Section resultsSection() {
        return new Section("results", "results", 40);
    }

    record Row(
            Practice practice, Evidence evidence, @Nullable Verdict verdict) {}

    record Index(
            Here here,
            List<VerdictDue> due,
            List<Row> rows,
            @Nullable Cursor next) {}

    @GetMapping("/results")
    ModelAndView list(Here here, @RequestParam(defaultValue = "0") long before) {
        Paged<Practice> page = practices.newest(here.id(), before, SIZE);
        List<Long> numbers =
                page.items().stream().map(each -> each.subject().number()).toList();
        Map<Long, Evidence> evidence = practices.evidence(here.id(), numbers);
        Map<Long, Verdict> judged = verdicts.last(here.id(), numbers);
        List<Row> rows = page.items().stream()
                .map(each -> new Row(
                        each,
                        evidence.getOrDefault(each.subject().number(), Evidence.NONE),
                        judged.get(each.subject().number())))
                .toList();
        List<VerdictDue> due = before > 0 ? List.of() : evaluations.due(here.id(), DUE);
        return Page.show("results/results", new Index(here, due, rows, page.next()));
    }

    @PostMapping("/results")
    ModelAndView declare(Here here, @RequestParam Map<String, String> fields) {
        Practice practice = practices.declare(here.member(), fields.getOrDefault("page", ""));
        return Page.go(here.path(practice.path()), "practice.opened");
    }

    /** @param measure the first measure of the project it came from, by which trials can be compared */
    record Show(
            Here here,
            Practice practice,
            Line line,
            Evidence evidence,
            @Nullable Measure measure,
            Paged<Trial> trials,
            TrialPlot plot,
            Names names,
            @Nullable HandbookPage page,
            Content discussion) {
        String report() {
            return here.path(practice.subject().path() + "/trials");
        }
    }

    @GetMapping("/results/{ref:\\d.*}")
    ModelAndView show(Here here, @PathVariable String ref, @RequestParam(defaultValue = "0") long before) {
        Practice practice = find(here, ref);
        if (!practice.path().equals("results/" + ref)) return Page.go(here.path(practice.path()));
        Paged<Trial> page = trials.of(practice.subject(), before, SIZE);
        return Page.show(
                "results/practice",
                new Show(
                        here,
                        practice,
                        chain.line(here, practice.subject()),
                        practices.evidence(practice),
                        measure(practice),
                        page,
                        TrialPlot.of(page.items()),
                        Names.of(
                                people, page.items().stream().map(Trial::member).toList()),
                        handbook.page(here.id(), practice.page()).orElse(null),
                        discussions.beside(here, practice.subject())));
    }

    record Edit(Here here, Practice practice, @Nullable Measure measure, Form form, LocalDate today) {
        List<Option> keeps() {
            return java.util.Arrays.stream(Trial.Keep.values())
                    .map(keep -> new Option(keep.name(), here.say("trial.keep." + keep)))
                    .toList();
        }
    }

    @GetMapping("/results/{number:\\d{1,18}}/trials")
    ModelAndView compose(Here here, @PathVariable String number) {
        here.member();
        Practice practice = find(here, number);
        Form form = Form.of(Map.of("day", trials.today(here.id()).toString()));
        return Page.show("results/report", edit(here, practice, form));
    }

    @PostMapping("/results/{number:\\d{1,18}}/trials")
    ModelAndView report(Here here, @PathVariable String number, @RequestParam Map<String, String> fields) {
        Practice practice = find(here, number);
        try {
            Trial trial = trials.report(here.member(), practice.subject(), Report.of(fields));
            return Page.go(
                    here.path(practice.path()) + "#trial-" + trial.subject().number(), "trial.reported");
        } catch (Refused refused) {
            return Page.refuse("results/report", edit(here, practice, Form.refused(fields, refused)));
        }
    }

    private Edit edit(Here here, Practice practice, Form form) {
        return new Edit(here, practice, measure(practice), form, trials.today(here.id()));
    }

    @GetMapping("/trials/{number:\\d{1,18}}")
    ModelAndView trial(Here here, @PathVariable long number) {
        Trial trial = trials.find(here.id(), number).orElseThrow(() -> new Missing("trial " + number));
        Practice practice = practices.get(trial.practice());
        // From that trial on, so that it stands on the page however many came later.
        return Page.go(here.path(practice.path()) + "?before=" + (number + 1) + "#trial-" + number);
    }

    @DeleteMapping("/trials/{number:\\d{1,18}}")
    ModelAndView withdraw(Here here, @PathVariable long number) {
        Trial trial = trials.find(here.id(), number).orElseThrow(() -> new Missing("trial " + number));
        trials.withdraw(here.member(), trial.subject());
        return Page.go(here.path(trial.practice().path()), "trial.withdrawn");
    }

    private @Nullable Measure measure(Practice practice) {
        if (practice.project() == null) return null;
        return projects.plan(practice.project())
                .map(Plan::measures)
                .filter(measures -> !measures.isEmpty())
                .map(List::getFirst)
                .orElse(null);
    }

    private Practice find(Here here, String ref) {
        return practices.get(Subject.at(here.id(), Subject.Kind.PRACTICE, ref));
    }
}
