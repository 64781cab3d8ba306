package mainline.mission;

import java.util.List;
import java.util.Map;
import mainline.community.Here;
import mainline.kernel.Languages;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Option;
import mainline.look.Page;
import mainline.people.SignInNeeded;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The language in which the community writes: which it is, and how it is changed. */
@Controller
@RequestMapping("/{community}/language")
class LanguagePages {
    /** @param mayChoose whether it is for whoever looks to say */
    record Show(Here here, boolean mayChoose, List<Option> options, Form form) {
        String now() {
            return Languages.name(here.community().language());
        }
    }

    private final CommunityLanguages languages;

    LanguagePages(CommunityLanguages languages) {
        this.languages = languages;
    }

    @GetMapping
    ModelAndView show(Here here) {
        Form form = Form.of(Map.of("language", here.community().language().toLanguageTag()));
        return Page.show("mission/language", page(here, form));
    }

    @PostMapping
    ModelAndView choose(Here here, @RequestParam Map<String, String> fields) {
        if (here.person() == null) throw new SignInNeeded();
        PersonId by = here.person().id();
        try {
            languages.choose(here.id(), by, fields.getOrDefault("language", ""));
            return Page.go(here.path("language"), "mission.language");
        } catch (Refused refused) {
            return Page.refuse("mission/language", page(here, Form.refused(fields, refused)));
        }
    }

    private Show page(Here here, Form form) {
        boolean may = here.person() != null
                && languages.mayChoose(here.id(), here.person().id());
        List<Option> options = Languages.all().stream()
                .map(each -> new Option(each.toLanguageTag(), Languages.name(each)))
                .toList();
        return new Show(here, may, options, form);
    }
}
