package mainline.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.ideas.Wording;
import mainline.kernel.Visible;
import mainline.text.Markdown;

/** Which posts of an export come in, and how each of them reads here. */
final class WordPressPosts {
    private static final int LONGEST_TEXT = 50_000;
    private static final int LONGEST_TITLE = 200;

    /** @param source names it for ever, also where several posts have one number */
    record Chosen(WordPressExport.Post post, String source) {}

    private final WordPressExport export;
    private final int clause;

    WordPressPosts(WordPressExport export, int clause) {
        this.export = export;
        this.clause = clause;
    }

    List<Chosen> chosen(Told told) {
        List<Chosen> all = new ArrayList<>();
        Map<String, List<WordPressExport.Post>> byNumber = new HashMap<>();
        for (WordPressExport.Post post : export.posts()) {
            if (!post.isTaken()) {
                WordPressKinds.leaveOut(post, told);
                continue;
            }
            List<WordPressExport.Post> same = byNumber.computeIfAbsent(post.id(), id -> new ArrayList<>());
            Optional<String> why = why(post, same);
            if (why.isEmpty()) {
                same.add(post);
                String again = same.size() == 1 ? "" : "-again-" + same.size();
                all.add(new Chosen(post, WordPressPeople.source(export, "post-" + post.id() + again)));
                continue;
            }
            told.leftOut("post " + why.get(), "posts " + why.get());
            post.remarks()
                    .forEach(remark ->
                            told.leftOut("comment under what was left out", "comments under what was left out"));
        }
        return all;
    }

    private Optional<String> why(WordPressExport.Post post, List<WordPressExport.Post> same) {
        if (post.id().isEmpty()) return Optional.of("without a number");
        if (same.stream().anyMatch(post::isSame)) return Optional.of("written into the file twice");
        String text = text(post, Addresses.AS_WRITTEN, new Told());
        if (text.isEmpty()) return Optional.of("without a title and a text");
        return text.codePointCount(0, text.length()) > LONGEST_TEXT
                ? Optional.of("longer than " + LONGEST_TEXT + " characters")
                : Optional.empty();
    }

    /** What the author wrote, with links that lead to pages here, and what was changed in it. */
    Wording wording(WordPressExport.Post post, Permalinks links, Told told) {
        String text = text(post, addresses(post, links), told);
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) text = text(post, Addresses.AS_WRITTEN, new Told());
        if (post.labels() > 0)
            for (int i = 0; i < post.labels(); i++)
                told.leftOut("category or tag of a post", "categories and tags of posts");
        if (post.excerpt()) told.leftOut("summary beside a post", "summaries beside posts");
        return new Wording(title(post, text, told), text, clause, "");
    }

    private Addresses addresses(WordPressExport.Post post, Permalinks links) {
        String own = post.addresses().isEmpty() ? "" : post.addresses().getFirst();
        String base = own.startsWith("http") ? own : export.site() + "/";
        return new Addresses(base, links::here);
    }

    private static String text(WordPressExport.Post post, Addresses addresses, Told told) {
        String text = HtmlText.toMarkdown(post.html(), addresses, told);
        return Visible.in(text) ? text : HtmlText.toMarkdown(plainAsHtml(PlainNames.plain(post.title())));
    }

    private static String plainAsHtml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String title(WordPressExport.Post post, String text, Told told) {
        String title = PlainNames.plain(post.title());
        if (title.isEmpty()) {
            told.changed("title made of the beginning of its text", "titles made of the beginning of their text");
            title = PlainNames.plain(Markdown.excerpt(text, 80));
        }
        if (title.isEmpty()) return PlainNames.UNKNOWN;
        String cut = PlainNames.cut(title, LONGEST_TITLE);
        if (!cut.equals(title)) told.changed("long title shortened", "long titles shortened");
        return cut;
    }
}
