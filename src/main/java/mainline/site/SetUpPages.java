package mainline.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import mainline.founding.FoundingFields;
import mainline.kernel.Burden;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.Entrance;
import mainline.people.Limits;
import mainline.people.People;
import mainline.people.Person;
import mainline.people.TooOften;
import mainline.people.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page of a new installation; afterwards it leads to the front page. */
@Controller
@RequestMapping("/setup")
class SetUpPages {
    record Show(Shell shell, Form form, boolean community, FoundingFields fields) {}

    private final SetUp setUp;
    private final People people;
    private final Entrance entrance;
    private final Limits limits;

    SetUpPages(SetUp setUp, People people, Entrance entrance, Limits limits) {
        this.setUp = setUp;
        this.people = people;
        this.entrance = entrance;
        this.limits = limits;
    }

    @GetMapping
    ModelAndView show(Visitor visitor, @RequestParam(defaultValue = "") String code) {
        if (people.isSetUp()) return Page.go("/");
        Map<String, String> fields = new HashMap<>(FoundingFields.USUAL);
        fields.put("code", code);
        return Page.show("site/setup", page(visitor, Form.of(fields)));
    }

    @Burden(Burden.Kind.PASSWORD)
    @PostMapping
    ModelAndView complete(
            Visitor visitor,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (people.isSetUp()) return Page.go("/sign-in");
        boolean founds = setUp.needsCommunity();
        try {
            Person first = limits.setUp(
                    request, () -> setUp.complete(fields, visitor.shell().locale()));
            entrance.enter(first.id(), request, response);
            // The list on a founder's home leads on; where a community was brought along, mail comes first.
            return Page.go(founds ? "/" : "/admin/mail", "set-up");
        } catch (Refused refused) {
            return Page.refuse("site/setup", page(visitor, Form.refused(fields, refused)));
        } catch (TooOften often) {
            return often.answer(page(visitor, Form.refused(fields, often.refused())), "site/setup", response);
        }
    }

    private Show page(Visitor visitor, Form form) {
        return new Show(visitor.shell(), form, setUp.needsCommunity(), FoundingFields.of(visitor.shell()));
    }
}
