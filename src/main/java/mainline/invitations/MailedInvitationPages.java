package mainline.invitations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mainline.community.Here;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.people.People;
import mainline.people.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For a member: inviting by mail, and what became of each letter. */
@Controller
@RequestMapping("/{community}/invitations/mailed")
class MailedInvitationPages {
    /** @param undelivered the addresses no mail gets to */
    record Show(
            Here here, Form form, List<InvitedAddress> invited, Map<PersonId, Person> joined, Set<String> undelivered) {
        String state(InvitedAddress address) {
            if (address.joined() != null) return "joined";
            if (undelivered.contains(address.mail())) return "undelivered";
            return address.reminded() == null ? "sent" : "reminded";
        }

        boolean awaitsAny() {
            return invited.stream().anyMatch(each -> state(each).equals("sent"));
        }

        boolean mayRemind() {
            Instant latest = here.shell().now().minus(MailedInvitations.DAY);
            return invited.stream()
                    .anyMatch(each -> state(each).equals("sent") && !each.at().isAfter(latest));
        }
    }

    private final MailedInvitations invitations;
    private final People people;

    MailedInvitationPages(MailedInvitations invitations, People people) {
        this.invitations = invitations;
        this.people = people;
    }

    @GetMapping
    ModelAndView show(Here here) {
        return Page.show("invitations/mailed", page(here, Form.empty()));
    }

    @PostMapping
    ModelAndView invite(Here here, @RequestParam Map<String, String> fields) {
        try {
            int written = invitations.invite(here.member(), fields.getOrDefault("addresses", ""), here.shell());
            return Page.go(
                    here.path("invitations/mailed"),
                    written == 0 ? "invitations.mailed.already" : "invitations.mailed");
        } catch (Refused refused) {
            return Page.refuse("invitations/mailed", page(here, Form.refused(fields, refused)));
        }
    }

    @PostMapping("/reminders")
    ModelAndView remind(Here here) {
        int written = invitations.remind(here.member(), here.shell());
        return Page.go(
                here.path("invitations/mailed"), written == 0 ? "invitations.mailed.too-soon" : "invitations.reminded");
    }

    private Show page(Here here, Form form) {
        List<InvitedAddress> invited = invitations.of(here.member());
        List<PersonId> joined = invited.stream()
                .map(InvitedAddress::joined)
                .filter(Objects::nonNull)
                .toList();
        return new Show(here, form, invited, people.all(joined), invitations.undelivered(invited));
    }
}
