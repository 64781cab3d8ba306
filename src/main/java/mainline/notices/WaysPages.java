package mainline.notices;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import mainline.kernel.Languages;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Option;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a person chooses what is mailed to them, and when. */
@Controller
@RequestMapping("/me/notices/ways")
class WaysPages {
    private static final int MOST_A_DAY = 50;

    record Show(Shell shell, Form form, List<Option> digests, List<Option> hours, List<Option> languages) {}

    private final WayChoice ways;

    WaysPages(WayChoice ways) {
        this.ways = ways;
    }

    @GetMapping
    ModelAndView show(Visitor visitor) {
        Ways now = ways.of(visitor.id());
        ZoneId zone = now.zone();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("mails", now.mails() ? "yes" : "");
        values.put("digest", now.digest().code());
        values.put("hour", "" + now.hour());
        values.put("zone", zone == null ? "" : zone.getId());
        values.put("from", "" + now.quiet().from());
        values.put("until", "" + now.quiet().until());
        values.put("most", "" + now.most());
        values.put("language", now.language().toLanguageTag());
        return show(visitor.shell(), Form.of(values));
    }

    private static ModelAndView show(Shell shell, Form form) {
        List<Option> digests = new ArrayList<>();
        for (Ways.Digest digest : Ways.Digest.values())
            digests.add(new Option(digest.code(), shell.say("notices.ways.digest." + digest.code())));
        List<Option> hours = IntStream.range(0, 24)
                .mapToObj(hour -> new Option("" + hour, "%02d:00".formatted(hour)))
                .toList();
        List<Option> languages = Languages.all().stream()
                .map(each -> new Option(each.toLanguageTag(), Languages.name(each)))
                .toList();
        return Page.show("notices/ways", new Show(shell, form, digests, hours, languages));
    }

    @PostMapping
    ModelAndView choose(Visitor visitor, @RequestParam Map<String, String> typed) {
        Ways chosen;
        try {
            chosen = read(typed);
        } catch (Refused refused) {
            return show(visitor.shell(), Form.refused(typed, refused));
        }
        ways.choose(visitor.id(), chosen);
        return Page.go("/me/notices/ways", "ways-chosen");
    }

    /** @throws Refused for {@code zone} and each of the numbers */
    private static Ways read(Map<String, String> typed) {
        Refused.Check check = new Refused.Check();
        String zone = typed.getOrDefault("zone", "").strip();
        Optional<ZoneId> known = Ways.zone(zone);
        check.that(zone.isEmpty() || known.isPresent(), "zone", "notices.ways.zone.unknown");
        int hour = number(check, typed, "hour", 0, 23);
        Ways.Quiet quiet = new Ways.Quiet(number(check, typed, "from", 0, 23), number(check, typed, "until", 0, 23));
        int most = number(check, typed, "most", 1, MOST_A_DAY);
        check.orRefuse();
        return new Ways(
                typed.getOrDefault("mails", "").equals("yes"),
                Ways.Digest.of(typed.getOrDefault("digest", "")).orElse(Ways.USUAL.digest()),
                hour,
                known.orElse(null),
                quiet,
                most,
                Languages.of(typed.getOrDefault("language", "")).orElse(Languages.usual()));
    }

    private static int number(Refused.Check check, Map<String, String> typed, String field, int least, int most) {
        int number = Form.whole(typed.get(field));
        check.that(number >= least && number <= most, field, "notices.ways.number", least, most);
        return number;
    }
}
