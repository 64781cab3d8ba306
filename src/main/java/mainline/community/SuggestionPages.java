package mainline.community;

import java.util.List;
import java.util.Map;
import mainline.kernel.Subject;
import mainline.look.Page;
import mainline.people.Person;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Whom somebody could mean who has begun to write a name, for the list below their text. */
@Controller
class SuggestionPages {
    private final SuggestedPeople suggested;

    SuggestionPages(SuggestedPeople suggested) {
        this.suggested = suggested;
    }

    record Suggestion(String handle, String name) {}

    record Options(List<Person> people) {}

    /**
     * The same for a box that asks for one member.
     *
     * @param field the name of the box, under which comes what was typed
     */
    @GetMapping("/{community}/people/options")
    ModelAndView options(Here here, @RequestParam String field, @RequestParam Map<String, String> typed) {
        return Page.show("community/options", new Options(suggested.of(here.member(), begun(field, typed), null)));
    }

    /** The same for those who run the installation, who can mean anybody who belongs to some community in it. */
    @GetMapping("/admin/people/options")
    ModelAndView anywhere(@RequestParam String field, @RequestParam Map<String, String> typed) {
        return Page.show("community/options", new Options(suggested.anywhere(begun(field, typed))));
    }

    private static String begun(String field, Map<String, String> typed) {
        return typed.getOrDefault(field, "").strip().replaceFirst("^@", "");
    }

    /** @param about the key of what is talked about; empty for nothing in particular */
    @GetMapping(value = "/{community}/people/suggest", params = "q", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Suggestion> suggest(Here here, @RequestParam String q, @RequestParam(defaultValue = "") String about) {
        Subject subject = about.isEmpty() ? null : here.viewer().at(Subject.of(here.id(), about));
        return suggested.of(here.member(), q, subject).stream()
                .map(person -> new Suggestion(person.handle(), person.name()))
                .toList();
    }
}
