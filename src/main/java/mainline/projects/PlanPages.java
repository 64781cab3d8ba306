package mainline.projects;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.community.Here;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the convener sets what the project is judged by, and when. */
@Controller
@RequestMapping("/{community}/projects/{number:\\d{1,18}}/plan")
class PlanPages {
    private final Plans plans;
    private final Projects projects;

    PlanPages(Plans plans, Projects projects) {
        this.plans = plans;
        this.projects = projects;
    }

    record Edit(Here here, Project project, boolean first, Form form, LocalDate today) {
        int places() {
            return Plans.MOST_MEASURES;
        }
    }

    @GetMapping
    ModelAndView edit(Here here, @PathVariable long number) {
        Project project = own(here, number);
        Map<String, String> values = new HashMap<>();
        Optional<Plan> plan = projects.plan(project.subject());
        values.put(
                "review",
                plan.map(Plan::review)
                        .orElse(plans.today(here.id()).plusMonths(3))
                        .toString());
        plan.ifPresent(known -> {
            for (int i = 0; i < known.measures().size(); i++) {
                Measure measure = known.measures().get(i);
                values.put("what-" + (i + 1), measure.what());
                values.put("how-" + (i + 1), measure.how());
                values.put("baseline-" + (i + 1), measure.baseline());
                values.put("target-" + (i + 1), measure.target());
            }
        });
        return Page.show("projects/plan", page(here, project, Form.of(values)));
    }

    @PostMapping
    ModelAndView set(Here here, @PathVariable long number, @RequestParam Map<String, String> fields) {
        Project project = own(here, number);
        try {
            String why = fields.getOrDefault("why", "");
            plans.set(here.member(), project.subject(), measures(fields), review(fields), why);
            return Page.go(here.path(project.path()), "plan.set");
        } catch (Refused refused) {
            return Page.refuse("projects/plan", page(here, project, Form.refused(fields, refused)));
        }
    }

    private Edit page(Here here, Project project, Form form) {
        boolean first = projects.plan(project.subject()).isEmpty();
        return new Edit(here, project, first, form, plans.today(here.id()));
    }

    /** Places left wholly empty are skipped, so that the others move up. */
    private static List<Measure> measures(Map<String, String> fields) {
        List<Measure> measures = new ArrayList<>();
        for (int place = 1; place <= Plans.MOST_MEASURES; place++) {
            Measure measure = new Measure(
                    fields.getOrDefault("what-" + place, "").strip(),
                    fields.getOrDefault("how-" + place, "").strip(),
                    fields.getOrDefault("baseline-" + place, "").strip(),
                    fields.getOrDefault("target-" + place, "").strip());
            if (!measure.equals(new Measure("", "", "", ""))) measures.add(measure);
        }
        return measures;
    }

    private static LocalDate review(Map<String, String> fields) {
        try {
            return LocalDate.parse(fields.getOrDefault("review", "").strip());
        } catch (DateTimeParseException e) {
            throw Refused.because("review", "effort.day.odd");
        }
    }

    private Project own(Here here, long number) {
        Project project = projects.get(here.viewer(), new Subject(here.id(), Subject.Kind.PROJECT, number));
        if (!project.isConvener(here.member().person())) throw new Missing("plan of project " + number);
        return project;
    }
}
