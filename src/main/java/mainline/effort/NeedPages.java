package mainline.effort;

import java.util.HashMap;
import java.util.Map;
import mainline.community.Here;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
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

/** Where the author of an idea says what it needs. */
@Controller
@RequestMapping("/{community}/ideas/{number:\\d{1,18}}/need")
class NeedPages {
    private final Efforts efforts;
    private final Ideas ideas;

    NeedPages(Efforts efforts, Ideas ideas) {
        this.efforts = efforts;
        this.ideas = ideas;
    }

    record Edit(Here here, Idea idea, Form form) {}

    @GetMapping
    ModelAndView edit(Here here, @PathVariable long number) {
        Idea idea = own(here, number);
        Map<String, String> values = new HashMap<>();
        efforts.need(idea.subject()).ifPresent(need -> {
            for (EffortKind kind : EffortKind.values())
                values.put(
                        kind.needField(), need.of(kind).isSome() ? need.of(kind).toString() : "");
        });
        return Page.show("effort/need", new Edit(here, idea, Form.of(values)));
    }

    @PostMapping
    ModelAndView state(Here here, @PathVariable long number, @RequestParam Map<String, String> fields) {
        Idea idea = own(here, number);
        try {
            Refused.Check check = new Refused.Check();
            Map<EffortKind, Hours> hours = NeededHours.read(fields, check).hours();
            check.orRefuse();
            efforts.state(here.member(), idea.subject(), hours);
            return Page.go(here.path(idea.path()), "need.stated");
        } catch (Refused refused) {
            return Page.refuse("effort/need", new Edit(here, idea, Form.refused(fields, refused)));
        }
    }

    private Idea own(Here here, long number) {
        Idea idea = ideas.get(here.viewer(), new Subject(here.id(), Subject.Kind.IDEA, number));
        if (!idea.author().equals(here.member().person())) throw new Missing("need of idea " + number);
        return idea;
    }
}
