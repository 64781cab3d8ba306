package mainline.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.Visitors;
import mainline.platform.Disk;
import mainline.platform.Outage;
import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** Says what went wrong: as a page to a browser, as a problem to what asks our API, in one line of plain text to anything else. */
@Component
class Answers {
    /** @param kept what was typed into a form that could not be taken, for copying */
    record Show(Shell shell, int code, String title, String text, String reference, List<Kept> kept) {}

    record Kept(String name, String text) {}

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final int WORTH_KEEPING = 20;
    private static final Set<Integer> KEEPING = Set.of(403, 422, 503);
    /** What is said to programs in other words than to whoever is on a page. */
    private static final Set<Integer> TOLD_TO_PROGRAMS = Set.of(400, 401, 403, 404, 405, 408, 409, 412, 413, 415, 428);

    private final Visitors visitors;
    private final Disk disk;

    Answers(Visitors visitors, Disk disk) {
        this.visitors = visitors;
        this.disk = disk;
    }

    ModelAndView error(HttpStatusCode status, HttpServletRequest request, HttpServletResponse response) {
        return answer(status, key(status), "", request, response);
    }

    ModelAndView refusal(Refused refused, HttpServletRequest request, HttpServletResponse response) {
        Shell shell = shell(request, response);
        Reason first = refused.problems().values().iterator().next();
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        String title = shell.say("site.error.422.title");
        if (asksTheApi(request)) return problem(status, title, shell.say(first), said(refused, shell));
        return page(status, title, shell.say(first), "", request, response);
    }

    /** What only programs are told. */
    ModelAndView problem(HttpStatus status, Reason why, HttpServletRequest request, HttpServletResponse response) {
        Shell shell = shell(request, response);
        return problem(status, shell.say("site.problem." + status.value() + ".title"), shell.say(why), Map.of());
    }

    ModelAndView tooOften(Reason why, HttpServletRequest request, HttpServletResponse response) {
        Shell shell = shell(request, response);
        String title = shell.say("site.error.429.title");
        return page(HttpStatus.TOO_MANY_REQUESTS, title, shell.say(why), "", request, response);
    }

    /** What is the request's fault gets its own page; everything else is ours, and gets a reference to the log. */
    ModelAndView failure(Throwable failure, HttpServletRequest request, HttpServletResponse response) {
        HttpStatusCode fault = faultOfTheRequest(failure);
        if (fault != null) return error(fault, request, response);
        Outage outage = Outage.of(failure);
        if (outage != null) return outage(outage, failure, request, response);
        String reference =
                Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36 * 36, 36 * 36 * 36 * 36 * 36), 36);
        LOG.error("reference {}: {} {}", reference, request.getMethod(), asked(request), failure);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "500", reference, request, response);
    }

    /** Nobody's mistake: it is said for how long, and what was typed is there to copy. */
    private ModelAndView outage(
            Outage outage, Throwable failure, HttpServletRequest request, HttpServletResponse response) {
        boolean full = outage == Outage.FULL;
        if (full) disk.wasFull();
        else LOG.warn("The database is away: {} {}: {}", request.getMethod(), asked(request), failure.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, full ? "600" : "10");
        return answer(HttpStatus.SERVICE_UNAVAILABLE, full ? "full" : "away", "", request, response);
    }

    private static @Nullable HttpStatusCode faultOfTheRequest(Throwable failure) {
        HttpStatusCode status = switch (told(failure)) {
            case ErrorResponse known -> known.getStatusCode();
            case MethodArgumentTypeMismatchException odd ->
                odd.getParameter().hasParameterAnnotation(PathVariable.class)
                        ? HttpStatus.NOT_FOUND
                        : HttpStatus.BAD_REQUEST;
            case InvalidParameterException unreadable -> HttpStatusCode.valueOf(unreadable.getErrorCode());
            case MultipartException unreadable -> HttpStatus.BAD_REQUEST;
            case RequestRejectedException odd -> HttpStatus.BAD_REQUEST;
            case IllegalStateException tooLong when isOfParts(tooLong) -> HttpStatus.CONTENT_TOO_LARGE;
            default -> null;
        };
        return status != null && status.is4xxClientError() ? status : null;
    }

    /** By this, and nothing else, the server says that a form of several parts is longer than it may be. */
    private static boolean isOfParts(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0
                && trace[0].getClassName().equals(Request.class.getName())
                && trace[0].getMethodName().equals("parseParts");
    }

    /** The server tells how a form of several parts is wrong to Spring, which wraps it. */
    private static Throwable told(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof InvalidParameterException || isOfParts(cause)) return cause;
        return failure;
    }

    private ModelAndView answer(
            HttpStatusCode status,
            String key,
            String reference,
            HttpServletRequest request,
            HttpServletResponse response) {
        Shell shell = shell(request, response);
        if (asksTheApi(request) && TOLD_TO_PROGRAMS.contains(status.value())) {
            String told = "site.problem." + status.value();
            return problem(status, shell.say(told + ".title"), shell.say(told + ".text"), Map.of());
        }
        String title = shell.say("site.error." + key + ".title");
        return page(status, title, shell.say("site.error." + key + ".text"), reference, request, response);
    }

    private ModelAndView page(
            HttpStatusCode status,
            String title,
            String text,
            String reference,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (asksTheApi(request)) return problem(status, title, noting(text, reference), Map.of());
        ModelAndView answer;
        if (readsPages(request)) {
            List<Kept> kept = KEEPING.contains(status.value()) ? kept(request) : List.of();
            answer = Page.show(
                    "site/error", new Show(shell(request, response), status.value(), title, text, reference, kept));
        } else answer = new ModelAndView(plain(noting(text, reference)));
        answer.setStatus(status);
        return answer;
    }

    private static String noting(String text, String reference) {
        return reference.isEmpty() ? text : text + " (" + reference + ")";
    }

    private static ModelAndView problem(
            HttpStatusCode status, String title, String detail, Map<String, String> fields) {
        ModelAndView answer = new ModelAndView(new Problem(status.value(), title, detail, fields).view());
        answer.setStatus(status);
        return answer;
    }

    private static Map<String, String> said(Refused refused, Shell shell) {
        Map<String, String> said = new LinkedHashMap<>();
        refused.problems().forEach((field, reason) -> {
            if (!field.isEmpty()) said.put(field, shell.say(reason));
        });
        return said;
    }

    static boolean asksTheApi(HttpServletRequest request) {
        return asked(request).startsWith("/api/");
    }

    private Shell shell(HttpServletRequest request, HttpServletResponse response) {
        return visitors.of(request, response).shell();
    }

    private static String key(HttpStatusCode status) {
        return switch (status.value()) {
            case 401, 403, 404, 405, 408, 413, 415, 429, 503 -> Integer.toString(status.value());
            default -> status.is5xxServerError() ? "500" : "400";
        };
    }

    private static View plain(String text) {
        return (model, request, response) -> {
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
        };
    }

    private static boolean readsPages(HttpServletRequest request) {
        String accepted = Objects.requireNonNullElse(request.getHeader("Accept"), "");
        return accepted.contains("text/html") || request.getHeader("HX-Request") != null;
    }

    private static List<Kept> kept(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().startsWith("password")
                        && !field.getKey().startsWith("_"))
                .map(Answers::kept)
                .filter(field -> field.text().length() >= WORTH_KEEPING)
                .toList();
    }

    private static Kept kept(Map.Entry<String, String[]> field) {
        return new Kept(field.getKey(), String.join("\n", field.getValue()));
    }

    private static String asked(HttpServletRequest request) {
        Object before = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return before == null ? request.getRequestURI() : before.toString();
    }

    /** The page to come back to: the one asked for, or the one whose form was sent. */
    static String comingFrom(HttpServletRequest request) {
        if (request.getMethod().equals("GET")) {
            String query = request.getQueryString();
            return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        }
        String referer = Objects.requireNonNullElse(request.getHeader("Referer"), "");
        return referer.replaceFirst("^https?://[^/]*", "");
    }

    static ModelAndView go(String page, String then) {
        return Page.go(then.isEmpty() ? page : page + "?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8));
    }
}
