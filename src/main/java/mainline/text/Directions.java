package mainline.text;

import java.util.Map;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;
import org.jspecify.annotations.Nullable;

/**
 * The direction of each block, by its own first letter. Browsers find it for blocks of words; for what holds such blocks
 * it is found here, since {@code auto} looks past whatever has a direction of its own. Code and addresses run left to right
 * and decide nothing.
 */
final class Directions implements AttributeProvider {
    private static final int LONGEST_LABEL = 100;

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
        String direction = direction(node);
        if (direction != null && !tag.equals("table")) attributes.put("dir", direction);
        // Without a name, nobody who listens to the page knows what is done.
        if (node instanceof TaskListItemMarker && node.getNext() != null)
            attributes.put("aria-label", PlainText.of(node.getNext(), LONGEST_LABEL));
    }

    private static @Nullable String direction(Node node) {
        return switch (node) {
            case Paragraph words -> "auto";
            case Heading words -> "auto";
            case TableCell words -> "auto";
            case ListItem item -> hasWords(item) ? "auto" : first(item);
            case ListBlock list -> first(list);
            case BlockQuote quote -> first(quote);
            case Code code -> "ltr";
            case FencedCodeBlock code -> "ltr";
            case IndentedCodeBlock code -> "ltr";
            case Link link when isBare(link) -> "ltr";
            default -> null;
        };
    }

    /** In a tight list, words stand in the item itself. */
    private static boolean hasWords(ListItem item) {
        Node first = item.getFirstChild();
        if (first instanceof TaskListItemMarker) first = first.getNext();
        return first instanceof Paragraph && item.getParent() instanceof ListBlock list && list.isTight();
    }

    private static boolean isBare(Link link) {
        return link.getFirstChild() instanceof Text text
                && text.getNext() == null
                && link.getDestination().matches("(https?|mailto):.*")
                && link.getDestination().endsWith(text.getLiteral());
    }

    private static @Nullable String first(Node holder) {
        FirstLetter letter = new FirstLetter();
        holder.accept(letter);
        return letter.direction;
    }

    private static final class FirstLetter extends AbstractVisitor {
        private @Nullable String direction;

        @Override
        protected void visitChildren(Node parent) {
            for (Node node = parent.getFirstChild(); node != null && direction == null; node = node.getNext())
                node.accept(this);
        }

        @Override
        public void visit(Link link) {
            if (!isBare(link)) visitChildren(link);
        }

        @Override
        public void visit(Text text) {
            direction = text.getLiteral()
                    .codePoints()
                    .mapToObj(FirstLetter::of)
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse(null);
        }

        private static String of(int sign) {
            return switch (Character.getDirectionality(sign)) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> "ltr";
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> "rtl";
                default -> "";
            };
        }
    }
}
