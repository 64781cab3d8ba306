package mainline.discussion;

import java.util.Map;
import mainline.community.Here;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.look.Page;
import mainline.people.People;
import mainline.people.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** People who are waiting for their first reply. */
@Controller
class WelcomePages {
    private static final int SIZE = 30;

    private final Discussions discussions;
    private final People people;

    WelcomePages(Discussions discussions, People people) {
        this.discussions = discussions;
        this.people = people;
    }

    @GetMapping("/{community}/welcome")
    ModelAndView list(Here here, @RequestParam(defaultValue = "") Cursor after) {
        Paged<ReplyDebt> debts = discussions.debts(here.viewer(), after, SIZE);
        Map<PersonId, Person> authors = people.all(
                debts.items().stream().map(debt -> debt.comment().author()).toList());
        return Page.show("discussion/welcome", new Welcome(here, debts, authors));
    }

    record Welcome(Here here, Paged<ReplyDebt> debts, Map<PersonId, Person> authors) {}
}
