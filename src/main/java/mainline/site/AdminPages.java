package mainline.site;

import java.util.List;
import java.util.Map;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.Operators;
import mainline.people.Person;
import mainline.people.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For operators; the security wiring lets nobody else in. */
@Controller
@RequestMapping("/admin")
class AdminPages {
    record Show(
            Shell shell, Installation installation, List<Community> communities, List<Person> operators, Form form) {}

    private final Installation installation;
    private final Communities communities;
    private final Operators operators;

    AdminPages(Installation installation, Communities communities, Operators operators) {
        this.installation = installation;
        this.communities = communities;
        this.operators = operators;
    }

    @GetMapping
    ModelAndView show(Visitor visitor) {
        return Page.show("site/admin", page(visitor, Form.empty()));
    }

    @PostMapping("/operators")
    ModelAndView name(Visitor visitor, @RequestParam Map<String, String> fields) {
        try {
            operators.name(fields.getOrDefault("handle", ""), visitor.id());
            return Page.go("/admin", "operator.named");
        } catch (Refused refused) {
            return Page.refuse("site/admin", page(visitor, Form.refused(fields, refused)));
        }
    }

    @DeleteMapping("/operators/{number:\\d+}")
    ModelAndView remove(Visitor visitor, @PathVariable long number) {
        PersonId person = new PersonId(number);
        try {
            operators.remove(person, visitor.id());
            return person.equals(visitor.id())
                    ? Page.go("/", "operator.removed")
                    : Page.go("/admin", "operator.removed");
        } catch (Refused refused) {
            return Page.refuse("site/admin", page(visitor, Form.refused(Map.of(), refused)));
        }
    }

    private Show page(Visitor visitor, Form form) {
        return new Show(visitor.shell(), installation, communities.all(), operators.all(), form);
    }
}
