package mainline.founding;

import java.util.Map;
import mainline.community.Community;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A further community. */
@Controller
class FoundingPages {
    record Found(Shell shell, Form form, FoundingFields fields) {}

    private final Beginnings beginnings;

    FoundingPages(Beginnings beginnings) {
        this.beginnings = beginnings;
    }

    @GetMapping("/communities/new")
    ModelAndView compose(Visitor visitor) {
        visitor.id();
        return Page.show("founding/found", found(visitor, Form.of(FoundingFields.USUAL)));
    }

    @PostMapping("/communities")
    ModelAndView found(Visitor visitor, @RequestParam Map<String, String> fields) {
        try {
            Community community = beginnings.begin(
                    FoundingFields.read(fields, "name"),
                    FoundingFields.start(fields),
                    visitor.shell().locale(),
                    visitor.id());
            return Page.go("/" + community.slug(), "community.founded");
        } catch (Refused refused) {
            return Page.refuse("founding/found", found(visitor, Form.refused(fields, refused)));
        }
    }

    private static Found found(Visitor visitor, Form form) {
        return new Found(visitor.shell(), form, FoundingFields.of(visitor.shell()));
    }
}
