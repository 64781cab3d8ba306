package mainline.community;

import java.util.List;
import mainline.kernel.Subject;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Whom somebody could mean who has begun to write a name, for the list below their text. */
@Controller
class SuggestionPages {
    private final SuggestedPeople suggested;

    SuggestionPages(SuggestedPeople suggested) {
        this.suggested = suggested;
    }

    record Suggestion(String handle, String name) {}

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
