package mainline.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mainline.community.JoinNeeded;
import mainline.community.JoiningView;
import mainline.community.Moved;
import mainline.kernel.Burden;
import mainline.kernel.Missing;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.look.Page;
import mainline.people.NewcomersView;
import mainline.people.ScopeNeeded;
import mainline.people.SignInNeeded;
import mainline.people.TokenNeeded;
import mainline.people.TooOften;
import mainline.people.Visitors;
import mainline.platform.Busy;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What people read when something is not there, not theirs, or went wrong. Never a trace, always a way on. */
@Controller
@ControllerAdvice
@Burden(Burden.Kind.NOTHING)
class ErrorPages implements ErrorController {
    private static final String BEARER = "Bearer realm=\"Mainline\"";

    private final Answers answers;
    private final NewcomersView newcomers;
    private final JoiningView joining;
    private final Visitors visitors;

    ErrorPages(Answers answers, NewcomersView newcomers, JoiningView joining, Visitors visitors) {
        this.answers = answers;
        this.newcomers = newcomers;
        this.joining = joining;
        this.visitors = visitors;
    }

    @ExceptionHandler
    ModelAndView signInFirst(SignInNeeded needed, HttpServletRequest request, HttpServletResponse response) {
        if (Answers.asksTheApi(request)) return keyFirst(new TokenNeeded(), request, response);
        return newcomers.stopped(visitors.of(request, response), Answers.comingFrom(request), request, response);
    }

    @ExceptionHandler
    ModelAndView joinFirst(JoinNeeded needed, HttpServletRequest request, HttpServletResponse response) {
        if (Answers.asksTheApi(request))
            return answers.problem(HttpStatus.FORBIDDEN, Reason.of("site.problem.join"), request, response);
        return joining.stopped(needed, Answers.comingFrom(request), request);
    }

    /** Keeps the method, so that what was typed under a former address arrives as well, and git clients follow it. */
    @ExceptionHandler
    ModelAndView moved(Moved moved, HttpServletRequest request) {
        String query = request.getQueryString();
        String path = moved.instead(request.getRequestURI());
        return Page.moved(query == null ? path : path + "?" + query);
    }

    @ExceptionHandler
    ModelAndView missing(Missing missing, HttpServletRequest request, HttpServletResponse response) {
        return answers.error(HttpStatus.NOT_FOUND, request, response);
    }

    @ExceptionHandler
    ModelAndView keyFirst(TokenNeeded needed, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(request));
        return answers.error(HttpStatus.UNAUTHORIZED, request, response);
    }

    /** Git answers this one with the password it was told. */
    private static String challenge(HttpServletRequest request) {
        if (!Answers.asksTheApi(request)) return "Basic realm=\"Mainline\", charset=\"UTF-8\"";
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null ? BEARER : BEARER + ", error=\"invalid_token\"";
    }

    @ExceptionHandler
    ModelAndView widerKeyFirst(ScopeNeeded needed, HttpServletRequest request, HttpServletResponse response) {
        if (!Answers.asksTheApi(request)) return keyFirst(new TokenNeeded(), request, response);
        String error = ", error=\"insufficient_scope\", scope=\"" + needed.scope() + "\"";
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER + error);
        return answers.problem(HttpStatus.FORBIDDEN, Reason.of("site.problem.scope"), request, response);
    }

    @ExceptionHandler
    ModelAndView refused(Refused refused, HttpServletRequest request, HttpServletResponse response) {
        return answers.refusal(refused, request, response);
    }

    @ExceptionHandler
    ModelAndView unreadable(
            HttpMessageNotReadableException unreadable, HttpServletRequest request, HttpServletResponse response) {
        Refused field = Unreadable.field(unreadable);
        return field == null
                ? answers.problem(HttpStatus.BAD_REQUEST, Reason.of("site.problem.no-json"), request, response)
                : answers.refusal(field, request, response);
    }

    @ExceptionHandler
    ModelAndView sentBefore(FormsOnce.Before before) {
        return Page.go(before.path());
    }

    @ExceptionHandler
    ModelAndView tooOften(TooOften often, HttpServletRequest request, HttpServletResponse response) {
        often.tell(response);
        return answers.tooOften(often.reason(), request, response);
    }

    private ModelAndView busy(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Busy.pause().toSeconds()));
        return answers.error(HttpStatus.SERVICE_UNAVAILABLE, request, response);
    }

    /** Null when nobody is there any more to read an answer. */
    @ExceptionHandler
    @Nullable
    ModelAndView anything(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (hasHungUp(failure)) return null;
        if (Busy.isMeantBy(failure)) return busy(request, response);
        if (asksForTwoViews(failure)) return answers.error(HttpStatus.BAD_REQUEST, request, response);
        return answers.failure(failure, request, response);
    }

    private static boolean hasHungUp(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof ClientAbortException) return true;
        return false;
    }

    /** An address such as {@code ?history&print}: Spring has no type for that, only a sentence. */
    private static boolean asksForTwoViews(Exception failure) {
        String message = failure.getMessage();
        return failure instanceof IllegalStateException
                && message != null
                && message.startsWith("Ambiguous handler methods mapped");
    }

    /** Refusals of the container and of the filters end here. */
    @RequestMapping("${server.error.path:${error.path:/error}}")
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof Throwable failure && Busy.isMeantBy(failure)) return busy(request, response);
        if (thrown instanceof Throwable failure) return answers.failure(failure, request, response);
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return answers.error(status == null ? HttpStatus.NOT_FOUND : status, request, response);
    }
}
