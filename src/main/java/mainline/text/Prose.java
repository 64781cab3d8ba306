package mainline.text;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text as safe mark-up, with the places in it that call people and things by a name. It is the same for all readers; where
 * the marks lead is said by whoever knows what this reader may see.
 *
 * @param between what stands before, between and behind the marks: one more than there are marks
 */
public record Prose(List<String> between, List<Mark> marks) {
    public Prose {
        between = List.copyOf(between);
        marks = List.copyOf(marks);
    }

    static Prose of(String markup) {
        return MarkReader.read(markup);
    }

    static Prose unmarked(String markup) {
        return new Prose(List.of(markup), List.of());
    }

    /** For a text that is shown as it was typed, without Markdown. */
    public static Prose plain(String text) {
        return of(escaped(text));
    }

    /**
     * Where a mark leads.
     *
     * @param name what is called there: the name of a person, the title of a thing
     */
    public record Lead(String href, String name) {}

    /** @param leads nothing for what stays plain text */
    public Html html(Function<Mark, @Nullable Lead> leads) {
        if (marks.isEmpty()) return new Html(between.getFirst());
        StringBuilder markup = new StringBuilder(between.getFirst());
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            Lead lead = leads.apply(mark);
            markup.append(lead == null ? mark.written() : link(mark, lead)).append(between.get(i + 1));
        }
        return new Html(markup.toString());
    }

    /** Names and titles have a direction of their own. */
    private static String link(Mark mark, Lead lead) {
        String href = escaped(lead.href());
        String name = escaped(lead.name());
        return switch (mark) {
            case Mention mention ->
                "<a class=\"mention\" href=\"%s\" title=\"%s\"><bdi>%s</bdi></a>"
                        .formatted(href, name, mention.written());
            case Reference reference ->
                "<a class=\"reference\" href=\"%s\">%s <bdi>%s</bdi></a>".formatted(href, reference.written(), name);
        };
    }

    /** With nothing leading anywhere. */
    public Html html() {
        return html(mark -> null);
    }

    /** With the same done to all that is no mark. */
    Prose each(Function<String, String> change) {
        return new Prose(between.stream().map(change).collect(Collectors.toList()), marks);
    }

    int size() {
        return marks.stream().mapToInt(mark -> 80 + mark.written().length()).sum()
                + between.stream().mapToInt(String::length).sum();
    }

    private static String escaped(String text) {
        return text.replace("\0", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("@", "&#64;");
    }
}
