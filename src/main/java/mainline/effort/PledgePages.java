package mainline.effort;

import java.util.Map;
import mainline.chain.ChainView;
import mainline.community.Here;
import mainline.community.Names;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Line;
import mainline.look.Page;
import mainline.people.BeforeJoining;
import mainline.people.People;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who promised what to an idea; giving effort, changing it, taking it back. */
@Controller
class PledgePages {
    private static final int SIZE = 50;

    private final Efforts efforts;
    private final GivingPanel panel;
    private final Ideas ideas;
    private final ChainView chain;
    private final People people;

    PledgePages(Efforts efforts, GivingPanel panel, Ideas ideas, ChainView chain, People people) {
        this.efforts = efforts;
        this.panel = panel;
        this.ideas = ideas;
        this.chain = chain;
        this.people = people;
    }

    record Index(Here here, Idea idea, Line line, GivingPanel.Giving giving, Paged<Pledge> pledges, Names names) {}

    @GetMapping("/{community}/ideas/{number:\\d{1,18}}/pledges")
    ModelAndView list(Here here, @PathVariable long number, @RequestParam(defaultValue = "0") long after) {
        return Page.show("effort/pledges", index(here, idea(here, number), after, Form.empty()));
    }

    private Index index(Here here, Idea idea, long after, Form form) {
        Paged<Pledge> page = efforts.pledges(idea.subject(), after, SIZE);
        return new Index(
                here,
                idea,
                chain.line(here, idea.subject()),
                panel.giving(here, idea, form),
                page,
                Names.of(people, page.items().stream().map(Pledge::member).toList()));
    }

    @BeforeJoining("pledge")
    @PostMapping("/{community}/ideas/{number:\\d{1,18}}/pledges")
    ModelAndView pledge(Here here, @PathVariable long number, @RequestParam Map<String, String> fields) {
        Idea idea = idea(here, number);
        try {
            efforts.pledge(here.member(), idea.subject(), Promise.read(fields, efforts.today(here.id())));
            boolean covered = idea.isOpen() && !ideas.get(idea.subject()).isOpen();
            return Page.go(home(here, idea.subject()), covered ? "pledge.covered" : "pledge.made");
        } catch (Refused refused) {
            return Page.refuse("effort/pledges", index(here, idea, 0, Form.refused(fields, refused)));
        }
    }

    @GetMapping("/{community}/pledges/{number:\\d{1,18}}")
    ModelAndView show(Here here, @PathVariable long number) {
        return Page.go(here.path(pledge(here, number).idea().path() + "/pledges#pledge-" + number));
    }

    @DeleteMapping("/{community}/pledges/{number:\\d{1,18}}")
    ModelAndView release(Here here, @PathVariable long number) {
        Pledge pledge = pledge(here, number);
        try {
            efforts.release(here.member(), pledge.subject());
            return Page.go(home(here, pledge.idea()), "pledge.released");
        } catch (Refused refused) {
            Form form = Form.refused(Map.of(), refused);
            return Page.refuse("effort/pledges", index(here, ideas.get(pledge.idea()), 0, form));
        }
    }

    private Pledge pledge(Here here, long number) {
        return efforts.find(here.id(), number).orElseThrow(() -> new Missing("pledge " + number));
    }

    private Idea idea(Here here, long number) {
        return ideas.get(here.viewer(), new Subject(here.id(), Subject.Kind.IDEA, number));
    }

    /** The page on which effort for this idea is at home: the project's once there is one. */
    private String home(Here here, Subject subject) {
        Idea idea = ideas.get(subject);
        return here.path(
                idea.state() instanceof Idea.Adopted adopted ? adopted.project().path() : idea.path());
    }
}
