package mainline.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import mainline.text.MarkdownSource.Form;
import mainline.text.MarkdownSource.Target;
import org.springframework.web.util.UriUtils;

/**
 * The links of a page inside the handbook, as they are written in its text: in Markdown, in definitions and in HTML. What is code
 * or a comment stays, and so does every character that is not part of an address that must change.
 */
public final class Links {
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)#.*|//.*|[a-z][a-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern TAIL = Pattern.compile("[#?]");
    private static final Pattern ODD = Pattern.compile("[\\s<>()\\[\\]\"'`|\\\\]");
    private static final Pattern PLAIN = Pattern.compile("[^<>\\\\%#?&\\p{Cc}]+");

    private Links() {}

    /** Whether a page has a link to that file. */
    public static boolean leadTo(String file, String page, String text) {
        return source(text).targets().stream()
                .map(target -> Link.of(page, target.address()))
                .flatMap(Optional::stream)
                .anyMatch(link -> link.leadsTo(file));
    }

    /** The text of a page whose links to one file lead to another now. */
    public static String redirected(String page, String text, String from, String to) {
        return rewritten(
                text,
                address -> Link.of(page, address)
                        .filter(link -> link.leadsTo(from))
                        .map(link -> link.at(page, link.named(to))));
    }

    /** The text of a page that moves, with links that still lead where they did. */
    public static String moved(String text, String from, String to) {
        boolean stays = folderOf(from).equals(folderOf(to));
        return rewritten(
                text,
                address -> Link.of(from, address)
                        .filter(link -> link.leadsTo(from) || (!stays && !link.fromTop()))
                        .map(link -> link.at(to, link.leadsTo(from) ? link.named(to) : link.file())));
    }

    /** A link from a page to a file. */
    public static String to(String file, String page) {
        return encoded(relative(folderOf(page), file));
    }

    private static MarkdownSource source(String text) {
        return MarkdownSource.of(text, FrontMatter.end(text));
    }

    /** @param wanted path and tail in the place of an address; nothing to leave it */
    private static String rewritten(String text, Function<String, Optional<Address>> wanted) {
        StringBuilder all = new StringBuilder();
        int done = 0;
        for (Target target : source(text).targets()) {
            Optional<Address> address = wanted.apply(target.address());
            if (address.isEmpty() || target.from() < done) continue;
            String written = text.substring(target.from(), target.to());
            all.append(text, done, target.from()).append(address.get().written(written, target));
            done = target.to();
        }
        return all.append(text, done, text.length()).toString();
    }

    /** Where a link will lead: a path as it is, and what stands behind it. */
    private record Address(String path, String tail) {
        String written(String before, Target target) {
            boolean plain = before.equals(target.address());
            String behind = plain ? tail : encode(tail).replace("&", "&amp;");
            if (target.form() == Form.ANGLED
                    && before.contains(" ")
                    && PLAIN.matcher(path).matches()) return path + behind;
            String spelled = encoded(path);
            return (target.form() == Form.HTML ? spelled.replace("&", "&amp;") : spelled) + behind;
        }

        private static String encode(String tail) {
            return ODD.matcher(tail).replaceAll(odd -> UriUtils.encode(odd.group(), StandardCharsets.UTF_8));
        }
    }

    /**
     * An address that stays inside the handbook.
     *
     * @param file without slashes at its ends
     * @param fromTop whether it is named from the top of the handbook, not from the page
     * @param folder whether a slash stands at its end
     * @param tail from the sign of a question or of a place on the page on
     */
    private record Link(String file, boolean fromTop, boolean folder, String tail) {
        static Optional<Link> of(String page, String address) {
            var tails = TAIL.matcher(address);
            int end = tails.find() ? tails.start() : address.length();
            String path = decoded(address.substring(0, end));
            if (path.isEmpty() || ELSEWHERE.matcher(address).matches()) return Optional.empty();
            boolean fromTop = path.startsWith("/");
            Deque<String> segments = new ArrayDeque<>();
            if (!fromTop && page.contains("/"))
                segments.addAll(List.of(folderOf(page).split("/", -1)));
            for (String segment : path.split("/", -1)) {
                if (segment.equals("..") && segments.pollLast() == null) return Optional.empty();
                if (!segment.equals("..") && !segment.equals(".") && !segment.isEmpty()) segments.addLast(segment);
            }
            boolean folder = path.endsWith("/");
            return Optional.of(new Link(String.join("/", segments), fromTop, folder, address.substring(end)));
        }

        /** A page can be named without its ending. */
        boolean leadsTo(String other) {
            return !folder && (file.equals(other) || other.equals(file + ".md"));
        }

        /** The name of another file, with or without its ending as this one. */
        String named(String other) {
            boolean without = !file.endsWith(".md") && other.endsWith(".md");
            return without ? other.substring(0, other.length() - 3) : other;
        }

        Address at(String page, String wanted) {
            String path = fromTop ? "/" + wanted : relative(folderOf(page), wanted);
            return new Address(folder && !path.endsWith("/") ? path + "/" : path, tail);
        }
    }

    /** The folder a file lies in, empty for the top. */
    private static String folderOf(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static String relative(String folder, String path) {
        String[] here = folder.isEmpty() ? new String[0] : folder.split("/", -1);
        String[] there = path.split("/", -1);
        int same = 0;
        while (same < here.length && same < there.length - 1 && here[same].equals(there[same])) same++;
        String up = "../".repeat(here.length - same);
        String rest = String.join("/", List.of(there).subList(same, there.length));
        return up.isEmpty() && rest.isEmpty() ? "./" : up + rest;
    }

    private static String encoded(String path) {
        String encoded = UriUtils.encodePath(path, StandardCharsets.UTF_8);
        return encoded.replace("(", "%28").replace(")", "%29").replace("'", "%27");
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException odd) {
            return path;
        }
    }
}
