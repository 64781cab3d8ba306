package mainline.effort;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainline.chain.ChainView;
import mainline.community.Here;
import mainline.community.Names;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.interests.Declared;
import mainline.interests.InterestsView;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Line;
import mainline.look.Option;
import mainline.look.Page;
import mainline.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Work delivered: the list of a project's, logging it, confirming it. */
@Controller
@RequestMapping("/{community}")
class ContributionPages {
    private static final int SIZE = 50;

    private final Contributions contributions;
    private final Confirmations confirmations;
    private final InterestsView interests;
    private final Efforts efforts;
    private final Ideas ideas;
    private final ChainView chain;
    private final People people;

    ContributionPages(
            Contributions contributions,
            Confirmations confirmations,
            InterestsView interests,
            Efforts efforts,
            Ideas ideas,
            ChainView chain,
            People people) {
        this.contributions = contributions;
        this.confirmations = confirmations;
        this.interests = interests;
        this.efforts = efforts;
        this.ideas = ideas;
        this.chain = chain;
        this.people = people;
    }

    record Index(
            Here here,
            Idea idea,
            Line line,
            Paged<Contribution> contributions,
            Names names,
            Form form,
            LocalDate today) {
        List<Option> kinds() {
            return GivingPanel.kinds(here);
        }

        boolean isProject() {
            return idea.state() instanceof Idea.Adopted;
        }

        String home() {
            return here.path(
                    idea.state() instanceof Idea.Adopted adopted
                            ? adopted.project().path()
                            : idea.path());
        }
    }

    @GetMapping("/ideas/{number:\\d{1,18}}/contributions")
    ModelAndView list(Here here, @PathVariable long number, @RequestParam(defaultValue = "0") long before) {
        Form form = Form.of(Map.of("kind", "DO", "day", efforts.today(here.id()).toString()));
        return Page.show("effort/contributions", index(here, idea(here, number), before, form));
    }

    private Index index(Here here, Idea idea, long before, Form form) {
        Paged<Contribution> page = contributions.of(idea.subject(), before, SIZE);
        return new Index(
                here,
                idea,
                chain.line(here, idea.subject()),
                page,
                names(page.items()),
                form,
                efforts.today(here.id()));
    }

    @PostMapping("/ideas/{number:\\d{1,18}}/contributions")
    ModelAndView log(Here here, @PathVariable long number, @RequestParam Map<String, String> fields) {
        Idea idea = idea(here, number);
        try {
            contributions.log(here.member(), idea.subject(), Work.read(fields, efforts.today(here.id())));
            return Page.go(here.path(idea.subject().path() + "/contributions"), "contribution.logged");
        } catch (Refused refused) {
            return Page.refuse("effort/contributions", index(here, idea, 0, Form.refused(fields, refused)));
        }
    }

    record Waiting(Here here, Paged<Contribution> contributions, Names names, Map<Long, Idea> ideas) {
        String title(Contribution contribution) {
            Idea idea = ideas.get(contribution.idea().number());
            return idea == null ? "" : idea.title();
        }
    }

    /** What waits for this member's confirmation, from all projects. */
    @GetMapping("/contributions")
    ModelAndView waiting(Here here, @RequestParam(defaultValue = "0") long after) {
        Paged<Contribution> page = confirmations.waitingFor(here.member(), after, SIZE);
        Map<Long, Idea> about = ideas.all(
                here.id(),
                page.items().stream()
                        .map(each -> each.idea().number())
                        .distinct()
                        .toList());
        return Page.show("effort/waiting", new Waiting(here, page, names(page.items()), about));
    }

    /**
     * @param mayConfirm whether the viewer can make it count
     * @param uncounted what others said who gain from it; null when nobody did
     */
    record Show(
            Here here,
            Contribution contribution,
            Idea idea,
            Line line,
            Names names,
            boolean mayConfirm,
            @Nullable Content uncounted,
            Form form) {
        @Nullable
        PersonId confirmedBy() {
            return contribution.state() instanceof Contribution.Confirmed confirmed ? confirmed.by() : null;
        }
    }

    @GetMapping("/contributions/{number:\\d{1,18}}")
    ModelAndView show(Here here, @PathVariable long number) {
        return Page.show("effort/contribution", show(here, get(here, number), Form.empty()));
    }

    private Show show(Here here, Contribution contribution, Form form) {
        return new Show(
                here,
                contribution,
                ideas.get(contribution.idea()),
                chain.line(here, contribution.idea()),
                names(List.of(contribution)),
                mayConfirm(here, contribution),
                interests.of(here, contribution.subject(), Declared.Act.CONFIRMATION),
                form);
    }

    private boolean mayConfirm(Here here, Contribution contribution) {
        return here.isMember()
                && contribution.isWaiting()
                && !here.isViewer(contribution.member())
                && !confirmations.gains(here.member(), contribution.subject());
    }

    @PostMapping("/contributions/{number:\\d{1,18}}/confirmation")
    ModelAndView confirm(Here here, @PathVariable long number, @RequestParam(defaultValue = "") String interest) {
        Contribution contribution = get(here, number);
        try {
            boolean counts = confirmations.confirm(here.member(), contribution.subject(), interest);
            return Page.go(
                    here.path(contribution.subject().path()),
                    counts ? "contribution.confirmed" : "contribution.confirmed-with-interest");
        } catch (Refused refused) {
            Form form = Form.refused(Map.of("interest", interest), refused);
            return Page.refuse("effort/contribution", show(here, get(here, number), form));
        }
    }

    @DeleteMapping("/contributions/{number:\\d{1,18}}")
    ModelAndView withdraw(Here here, @PathVariable long number) {
        Contribution contribution = get(here, number);
        try {
            contributions.withdraw(here.member(), contribution.subject());
            return Page.go(here.path(contribution.idea().path() + "/contributions"), "contribution.withdrawn");
        } catch (Refused refused) {
            return Page.refuse("effort/contribution", show(here, get(here, number), Form.refused(Map.of(), refused)));
        }
    }

    private Contribution get(Here here, long number) {
        return contributions.find(here.id(), number).orElseThrow(() -> new Missing("contribution " + number));
    }

    private Idea idea(Here here, long number) {
        return ideas.get(here.viewer(), new Subject(here.id(), Subject.Kind.IDEA, number));
    }

    private Names names(List<Contribution> shown) {
        List<PersonId> ids = new java.util.ArrayList<>();
        for (Contribution each : shown) {
            ids.add(each.member());
            if (each.state() instanceof Contribution.Confirmed confirmed) ids.add(confirmed.by());
        }
        return Names.of(people, ids);
    }
}
