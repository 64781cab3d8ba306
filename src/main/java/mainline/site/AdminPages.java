package mainline.site;

import java.util.List;
import java.util.Map;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.MeantPeople;
import mainline.git.Quota;
import mainline.git.Quotas;
import mainline.handbook.QuotaGrants;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
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
            Shell shell,
            Installation installation,
            List<Community> communities,
            Map<CommunityId, Quota> quotas,
            List<Person> operators,
            Form form) {}

    private final Installation installation;
    private final Communities communities;
    private final Operators operators;
    private final Quotas quotas;
    private final QuotaGrants grants;
    private final MeantPeople people;

    AdminPages(
            Installation installation,
            Communities communities,
            Operators operators,
            Quotas quotas,
            QuotaGrants grants,
            MeantPeople people) {
        this.people = people;
        this.quotas = quotas;
        this.grants = grants;
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
            Person meant = people.anybody(fields.getOrDefault("handle", ""), "handle", "people.operator.unknown");
            operators.name(meant.handle(), visitor.id());
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

    @PostMapping("/quotas/{number:\\d{1,18}}")
    ModelAndView give(Visitor visitor, @PathVariable long number, @RequestParam(defaultValue = "") String quota) {
        Community community =
                communities.find(new CommunityId(number)).orElseThrow(() -> new Missing("community " + number));
        try {
            Integer megabytes = quota.isBlank() ? null : Integer.valueOf(Form.whole(quota));
            grants.set(community, megabytes, visitor.id());
            return Page.go("/admin", "quota");
        } catch (Refused refused) {
            Form form = Form.refused(Map.of("quota", quota, "community", "" + number), refused);
            return Page.refuse("site/admin", page(visitor, form));
        }
    }

    private Show page(Visitor visitor, Form form) {
        List<Community> all = communities.all();
        return new Show(
                visitor.shell(),
                installation,
                all,
                quotas.of(all.stream().map(Community::id).toList()),
                operators.all(),
                form);
    }
}
