package mainline.site;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.founding.MailTrial;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.People;
import mainline.people.Visitor;
import mainline.platform.MailAddress;
import mainline.platform.MailProbe;
import mainline.platform.MailTalk;
import mainline.platform.Post;
import mainline.platform.RateLimit;
import mainline.platform.SenderDomain;
import mainline.platform.SenderRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For operators: whether mail gets out, tried before their eyes, and what other servers want to find before they believe it. */
@Controller
@RequestMapping("/admin/mail")
class MailCheckPages {
    private static final int PROBES = 10;
    private static final Duration WHILE = Duration.ofMinutes(15);

    /** How mail leaves, and as whose. */
    record Way(Post.Mode mode, String sender, String domain, Optional<String> otherHost) {}

    /** @param result null before anything was tried */
    record Probe(Form form, @Nullable MailTalk result) {}

    /** @param asked whether the name servers were */
    record Records(String selector, boolean asked, List<SenderRecord> entries) {}

    record Show(Shell shell, Way way, Probe probe, Records records) {}

    private final Post post;
    private final MailProbe probe;
    private final ProbeLetter letter;
    private final SenderDomain sender;
    private final People people;
    private final RateLimit limit;
    private final MailTrial trial;

    MailCheckPages(
            Post post,
            MailProbe probe,
            ProbeLetter letter,
            SenderDomain sender,
            People people,
            RateLimit limit,
            MailTrial trial) {
        this.post = post;
        this.probe = probe;
        this.letter = letter;
        this.sender = sender;
        this.people = people;
        this.limit = limit;
        this.trial = trial;
    }

    @GetMapping
    ModelAndView show(Visitor visitor) {
        return Page.show("site/mailcheck", page(visitor, untried(visitor.id()), advice()));
    }

    @GetMapping("/records")
    ModelAndView records(Visitor visitor, @RequestParam(defaultValue = "") String selector) {
        String plain = selector.strip();
        if (!plain.matches("[A-Za-z0-9_-]{0,63}(\\.[A-Za-z0-9_-]{1,63})*")) return Page.go("/admin/mail");
        return Page.show(
                "site/mailcheck", page(visitor, untried(visitor.id()), new Records(plain, true, sender.lookUp(plain))));
    }

    @PostMapping("/probes")
    ModelAndView send(Visitor visitor, @RequestParam Map<String, String> fields) {
        try {
            MailAddress to = MailAddress.read(fields.getOrDefault("to", ""))
                    .orElseThrow(() -> Refused.because("to", "people.mail.odd"));
            if (!limit.allow("mail-probe", Long.toString(visitor.id().value()), PROBES, WHILE))
                throw Refused.because("to", "site.probe.often");
            MailTalk result = probe.send(to, letter.to(to, visitor.shell()));
            trial.ended(result.end());
            return Page.show("site/mailcheck", page(visitor, new Probe(Form.of(fields), result), advice()));
        } catch (Refused refused) {
            Probe refusal = new Probe(Form.refused(fields, refused), null);
            return Page.refuse("site/mailcheck", page(visitor, refusal, advice()));
        }
    }

    private Probe untried(PersonId person) {
        return new Probe(Form.of(Map.of("to", people.mail(person).orElse(""))), null);
    }

    private Records advice() {
        return new Records("", false, sender.advice(""));
    }

    private Show page(Visitor visitor, Probe tried, Records records) {
        Way way = new Way(post.mode(), sender.sender(), sender.domain(), sender.otherHost());
        return new Show(visitor.shell(), way, tried, records);
    }
}
