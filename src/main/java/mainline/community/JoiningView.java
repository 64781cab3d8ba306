package mainline.community;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import mainline.look.Page;
import mainline.people.Begun;
import mainline.people.BegunForms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Asks somebody who has an account whether they join, and goes on with what they were stopped at. */
@Component
public class JoiningView {
    /** @param written what was begun, as it travels in the form; empty for nothing */
    record Show(Here here, String then, @Nullable Begun begun, String written) {}

    private final BegunForms begunForms;

    JoiningView(BegunForms begunForms) {
        this.begunForms = begunForms;
    }

    ModelAndView ask(Here here, String then) {
        return Page.show("community/join", new Show(here, then, null, ""));
    }

    /** The same for somebody who has sent a form of this community that members send; nothing they wrote is lost. */
    public ModelAndView stopped(JoinNeeded needed, String then, HttpServletRequest request) {
        Begun begun = begunForms.sentBy(request).orElse(null);
        Here here = HereResolver.settled(request).orElse(null);
        return begun == null || here == null || request.getHeader("HX-Request") != null
                ? Page.go("/" + needed.slug() + "/join?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8))
                : Page.refuse("community/join", new Show(here, then, begun, begunForms.write(begun)));
    }

    /** @return whether there was something to go on with, which has answered then */
    boolean goesOn(String written, HttpServletRequest request, HttpServletResponse response) {
        Begun begun = begunForms.read(written);
        if (begun == null) return false;
        begunForms.goOn(begun, request, response);
        return true;
    }
}
