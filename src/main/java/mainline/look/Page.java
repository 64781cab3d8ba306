package mainline.look;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What a controller answers: a template with its one record, or the way to another page. */
public final class Page {
    static final String NOTICE = "mainline.notice";
    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x00-\\x7f]+");

    private Page() {}

    /** @param template such as {@code ideas/idea}; its only parameter is called {@code page} */
    public static ModelAndView show(String template, Object page) {
        return new ModelAndView(template, Map.of("page", page));
    }

    /** A form again, with what is wrong with it. */
    public static ModelAndView refuse(String template, Object page) {
        ModelAndView answer = show(template, page);
        answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return answer;
    }

    /** To another page of this installation, by GET. */
    public static ModelAndView go(String path) {
        return redirect(path, HttpStatus.SEE_OTHER);
    }

    /** Where the page asked for has its place for good, by the same method. */
    public static ModelAndView moved(String path) {
        return redirect(path, HttpStatus.PERMANENT_REDIRECT);
    }

    private static ModelAndView redirect(String path, HttpStatus status) {
        RedirectView view = new RedirectView(ascii(path), false, false, false);
        view.setExpandUriTemplateVariables(false);
        view.setStatusCode(status);
        return new ModelAndView(view);
    }

    /** A header holds nothing else, and slugs are in every script. */
    private static String ascii(String path) {
        return BEYOND_ASCII.matcher(path).replaceAll(part -> URLEncoder.encode(part.group(), StandardCharsets.UTF_8));
    }

    /** The same, and the next page says once that it is done. The message is {@code notice.NAME}. */
    public static ModelAndView go(String path, String notice) {
        ModelAndView answer = go(path);
        answer.addObject(NOTICE, notice);
        return answer;
    }
}
