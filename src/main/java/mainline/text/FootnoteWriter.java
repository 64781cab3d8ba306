package mainline.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainline.text.Footnotes.Note;
import mainline.text.Footnotes.Reference;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Writes the notes of a whole text at its foot, each with ways back to where it is named. Where only a part of a text is
 * shown, a note stays where it was written, under the label that stands in the text.
 */
final class FootnoteWriter implements NodeRenderer {
    private static final int MOST_WAYS_BACK = 20;

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final String prefix;
    private final Map<Note, Foot> feet = new LinkedHashMap<>();
    private final List<Foot> order = new ArrayList<>();
    private boolean whole;

    FootnoteWriter(HtmlNodeRendererContext context, String prefix) {
        this.context = context;
        this.prefix = prefix;
        html = context.getWriter();
    }

    private static final class Foot {
        private final Note note;
        private final int number;
        private int named;

        Foot(Note note, int number) {
            this.note = note;
            this.number = number;
        }
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Note.class, Reference.class);
    }

    @Override
    public void beforeRoot(Node root) {
        whole = root instanceof Document;
    }

    @Override
    public void render(Node node) {
        if (node instanceof Reference reference && whole) name(foot(reference.note));
        else if (node instanceof Reference reference) label(reference.note);
        else if (node instanceof Note note && !whole) inPlace(note);
    }

    private Foot foot(Note note) {
        return feet.computeIfAbsent(note, named -> {
            order.add(new Foot(named, order.size() + 1));
            return order.getLast();
        });
    }

    private void name(Foot foot) {
        foot.named++;
        html.tag("sup");
        html.tag("a", Map.of("href", "#" + address(foot), "id", address(foot) + "-" + foot.named));
        html.text(String.valueOf(foot.number));
        html.tag("/a");
        html.tag("/sup");
    }

    private void label(Note note) {
        html.tag("sup");
        html.text(note.label);
        html.tag("/sup");
    }

    private void inPlace(Note note) {
        html.line();
        html.tag("p");
        label(note);
        html.tag("/p");
        renderChildren(note);
    }

    private void renderChildren(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) context.render(child);
    }

    /** Notes that only notes name come last. */
    @Override
    public void afterRoot(Node root) {
        if (order.isEmpty()) return;
        html.line();
        html.tag("ol", Map.of("class", "notes"));
        for (int i = 0; i < order.size(); i++) write(order.get(i));
        html.tag("/ol");
        html.line();
    }

    private void write(Foot foot) {
        html.line();
        html.tag("li", Map.of("id", address(foot)));
        for (Node child = foot.note.getFirstChild(); child != null; child = child.getNext())
            if (child.getNext() != null || !(child instanceof Paragraph)) context.render(child);
        html.tag("p", Map.of("dir", "auto"));
        if (foot.note.getLastChild() instanceof Paragraph words) renderChildren(words);
        for (int time = 1; time <= Math.min(MOST_WAYS_BACK, foot.named); time++) wayBack(foot, time);
        html.tag("/p");
        html.tag("/li");
    }

    private void wayBack(Foot foot, int time) {
        html.raw(" ");
        html.tag("a", Map.of("href", "#" + address(foot) + "-" + time));
        html.text("↩");
        html.tag("/a");
    }

    private String address(Foot foot) {
        return prefix + "-" + foot.number;
    }
}
