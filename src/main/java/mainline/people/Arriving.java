package mainline.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mainline.kernel.PersonId;
import mainline.look.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Signs a browser in and goes on where its person was stopped. */
@Component
class Arriving {
    private final Entrance entrance;
    private final BegunForms begunForms;

    Arriving(Entrance entrance, BegunForms begunForms) {
        this.entrance = entrance;
        this.begunForms = begunForms;
    }

    /**
     * @param notice told on the page they come to; empty for none
     * @return null when what was begun has answered
     */
    @Nullable
    ModelAndView arrive(
            PersonId person, Onward onward, String notice, HttpServletRequest request, HttpServletResponse response) {
        entrance.enter(person, request, response);
        if (onward.begun() == null)
            return notice.isEmpty() ? Page.go(onward.destination()) : Page.go(onward.destination(), notice);
        begunForms.goOn(onward.begun(), request, response);
        return null;
    }

    void leave(HttpServletRequest request, HttpServletResponse response) {
        entrance.leave(request, response);
    }
}
