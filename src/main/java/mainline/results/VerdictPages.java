package mainline.results;

import gg.jte.Content;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mainline.chain.ChainView;
import mainline.community.Here;
import mainline.community.Names;
import mainline.interests.Declared;
import mainline.interests.InterestsView;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Line;
import mainline.look.Option;
import mainline.look.Page;
import mainline.people.People;
import mainline.projects.Plan;
import mainline.projects.Project;
import mainline.projects.Projects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The evaluation of a project, giving its verdict, and the verdict's own page. */
@Controller
@RequestMapping("/{community}")
class VerdictPages {
    private final Verdicts verdicts;
    private final Evaluations evaluations;
    private final Practices practices;
    private final Projects projects;
    private final ChainView chain;
    private final People people;
    private final InterestsView interests;

    VerdictPages(
            Verdicts verdicts,
            Evaluations evaluations,
            Practices practices,
            Projects projects,
            ChainView chain,
            People people,
            InterestsView interests) {
        this.verdicts = verdicts;
        this.evaluations = evaluations;
        this.practices = practices;
        this.projects = projects;
        this.chain = chain;
        this.people = people;
        this.interests = interests;
    }

    record Row(Practice practice, Evidence evidence) {}

    record Evaluation(
            Here here,
            Project project,
            Line line,
            @Nullable Instant opened,
            @Nullable Plan plan,
            List<Row> practices,
            boolean mayJudge,
            Form form) {
        List<Option> choices() {
            return Arrays.stream(Verdict.Choice.values())
                    .map(choice -> new Option(
                            choice.name(), here.say("verdict." + choice), here.say("verdict." + choice + ".about")))
                    .toList();
        }

        List<Option> pages() {
            return practices.stream()
                    .map(row -> new Option(
                            "" + row.practice().subject().number(),
                            row.practice().title()))
                    .toList();
        }
    }

    @GetMapping("/projects/{number:\\d{1,18}}/verdict")
    ModelAndView evaluation(Here here, @PathVariable long number) {
        Subject project = new Subject(here.id(), Subject.Kind.PROJECT, number);
        return verdicts.on(project)
                .map(verdict -> Page.go(here.path(verdict.subject().path())))
                .orElseGet(() -> Page.show("results/evaluation", evaluation(here, project, Form.empty())));
    }

    private Evaluation evaluation(Here here, Subject subject, Form form) {
        Project project = projects.get(here.viewer(), subject);
        List<Practice> left = practices.of(subject);
        Map<Long, Evidence> evidence = practices.evidence(
                here.id(), left.stream().map(each -> each.subject().number()).toList());
        boolean mayJudge = here.isMember()
                && here.person() != null
                && verdicts.mayJudge(project, here.person().id());
        return new Evaluation(
                here,
                project,
                chain.line(here, subject),
                evaluations.opened(subject).orElse(null),
                projects.plan(subject).orElse(null),
                left.stream()
                        .map(each -> new Row(
                                each, evidence.getOrDefault(each.subject().number(), Evidence.NONE)))
                        .toList(),
                mayJudge,
                form);
    }

    @PostMapping("/projects/{number:\\d{1,18}}/verdict")
    ModelAndView give(Here here, @PathVariable long number, @RequestParam Map<String, String> fields) {
        Subject project = new Subject(here.id(), Subject.Kind.PROJECT, number);
        try {
            Verdict verdict = verdicts.give(
                    here.member(),
                    project,
                    choice(fields.getOrDefault("choice", "")),
                    fields.getOrDefault("reason", ""),
                    fields.getOrDefault("interest", ""),
                    Form.whole(fields.get("practice")),
                    here.shell().locale());
            return Page.go(here.path(verdict.subject().path()), "verdict.given");
        } catch (Refused refused) {
            return Page.refuse("results/evaluation", evaluation(here, project, Form.refused(fields, refused)));
        }
    }

    private static Verdict.@Nullable Choice choice(String typed) {
        for (Verdict.Choice choice : Verdict.Choice.values()) if (choice.name().equals(typed)) return choice;
        return null;
    }

    record Show(
            Here here,
            Verdict verdict,
            Project project,
            @Nullable Practice practice,
            Evidence evidence,
            Line line,
            Names names,
            @Nullable Content interest) {}

    @GetMapping("/verdicts/{number:\\d{1,18}}")
    ModelAndView show(Here here, @PathVariable long number) {
        Verdict verdict = verdicts.find(here.id(), number).orElseThrow(() -> new Missing("verdict " + number));
        Practice practice = verdict.practice() == null ? null : practices.get(verdict.practice());
        return Page.show(
                "results/verdict",
                new Show(
                        here,
                        verdict,
                        projects.get(here.viewer(), verdict.project()),
                        practice,
                        practice == null ? Evidence.NONE : practices.evidence(practice),
                        chain.line(here, verdict.subject()),
                        Names.of(people, List.of(verdict.by())),
                        interests.of(here, verdict.subject(), Declared.Act.VERDICT)));
    }
}
