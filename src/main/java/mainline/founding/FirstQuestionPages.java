package mainline.founding;

import java.util.List;
import mainline.community.Here;
import mainline.look.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The questions that are ready: each is asked as it stands, or changed first. */
@Controller
@RequestMapping("/{community}/founding/questions")
class FirstQuestionPages {
    record Show(Here here, List<FirstQuestion> questions) {
        /** The form for asking, filled in with a question. */
        String form(FirstQuestion question) {
            return UriComponentsBuilder.fromPath(here.path("decisions/new"))
                    .queryParam("question", "{question}")
                    .queryParam("method", "{method}")
                    .queryParam("options", "{options}")
                    .queryParam("background", "{background}")
                    .encode()
                    .buildAndExpand(
                            question.question(),
                            question.method().name(),
                            String.join("\n", question.options()),
                            question.background())
                    .toUriString();
        }
    }

    private final FirstQuestions questions;
    private final Founders founders;

    FirstQuestionPages(FirstQuestions questions, Founders founders) {
        this.questions = questions;
        this.founders = founders;
    }

    /** Where none is ready, whoever founded asks their own. */
    @GetMapping
    ModelAndView list(Here here) {
        founders.check(here.member());
        List<FirstQuestion> ready = questions.of(here.id());
        return ready.isEmpty()
                ? Page.go(here.path("decisions/new"))
                : Page.show("founding/questions", new Show(here, ready));
    }

    @PostMapping("/{n:\\d{1,4}}/asking")
    ModelAndView ask(Here here, @PathVariable int n) {
        return Page.go(here.path(questions.ask(here.member(), n).path()), "decision.opened");
    }
}
