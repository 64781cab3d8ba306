package mainline.changes;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.handbook.PagePaths;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** The relative links of a page in Markdown, as they are written in its text. */
final class Links {
    private static final Pattern LINK = Pattern.compile("(\\]\\(<?|^ {0,3}\\[[^\\]\\n]+\\]:[ \\t]*<?)([^)\\s>]+)");
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(```+|~~~+).*");

    private Links() {}

    /** Whether a page has a link to that file. */
    static boolean leadTo(String file, String page, String text) {
        boolean[] found = {false};
        rewrite(page, text, target -> {
            found[0] |= target.equals(file);
            return target;
        });
        return found[0];
    }

    /** The text of a page whose links to one file lead to another now. */
    static String redirected(String page, String text, String from, String to) {
        return rewrite(page, text, target -> target.equals(from) ? to : target);
    }

    /** The text of a page that moves, with links that still lead where they did. */
    static String moved(String text, String from, String to) {
        StringBuilder moved = new StringBuilder();
        for (String line : lines(text)) moved.append(line(line, from, to, UnaryOperator.identity()));
        return unfenced(text, moved.toString());
    }

    private static String rewrite(String page, String text, UnaryOperator<String> to) {
        StringBuilder all = new StringBuilder();
        for (String line : lines(text)) all.append(line(line, page, page, to));
        return unfenced(text, all.toString());
    }

    private static List<String> lines(String text) {
        return List.of(text.split("(?<=\\n)"));
    }

    /** Lines of code stay as they were. */
    private static String unfenced(String before, String after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        StringBuilder all = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < old.size(); i++) {
            boolean fence = FENCE.matcher(old.get(i).stripTrailing()).matches();
            all.append(inside || fence ? old.get(i) : now.get(i));
            if (fence) inside = !inside;
        }
        return all.toString();
    }

    private static String line(String line, String from, String at, UnaryOperator<String> to) {
        Matcher links = LINK.matcher(line);
        StringBuilder all = new StringBuilder();
        while (links.find()) {
            String link = links.group(2);
            String target = target(from, link);
            String wanted = target == null ? link : link(from, at, link, target, to.apply(target));
            links.appendReplacement(all, Matcher.quoteReplacement(links.group(1) + wanted));
        }
        return links.appendTail(all).toString();
    }

    private static String link(String from, String at, String link, String before, String after) {
        if (before.equals(after) && PagePaths.folder(from).equals(PagePaths.folder(at))) return link;
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        String wanted = after.equals(from) ? at : after;
        String named =
                path.endsWith(".md") || !wanted.endsWith(".md") ? wanted : wanted.substring(0, wanted.length() - 3);
        return relative(PagePaths.folder(at), named) + (hash < 0 ? "" : link.substring(hash));
    }

    /** A link from a page to a file. */
    static String to(String file, String page) {
        return relative(PagePaths.folder(page), file);
    }

    private static String relative(String folder, String path) {
        String[] here = folder.isEmpty() ? new String[0] : folder.split("/", -1);
        String[] there = path.split("/", -1);
        int same = 0;
        while (same < here.length && same < there.length - 1 && here[same].equals(there[same])) same++;
        String rest = String.join("/", List.of(there).subList(same, there.length));
        return "../".repeat(here.length - same) + UriUtils.encodePath(rest, StandardCharsets.UTF_8);
    }

    /** The file that a link leads to, a page with its ending; null when it leads elsewhere or nowhere in here. */
    private static @Nullable String target(String page, String link) {
        if (link.startsWith("#") || link.startsWith("/") || link.matches("(?i)[a-z][a-z0-9+.-]*:.*")) return null;
        String path = link.replaceFirst("[#?].*$", "");
        if (path.isEmpty()) return null;
        Deque<String> segments = new ArrayDeque<>();
        if (page.contains("/")) segments.addAll(List.of(PagePaths.folder(page).split("/", -1)));
        for (String segment : decoded(path).split("/", -1)) {
            if (segment.equals("..") && segments.pollLast() == null) return null;
            if (!segment.equals("..") && !segment.equals(".") && !segment.isEmpty()) segments.addLast(segment);
        }
        String file = String.join("/", segments);
        return PagePaths.name(file).contains(".") ? file : file + ".md";
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException odd) {
            return path;
        }
    }
}
