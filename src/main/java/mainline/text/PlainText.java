package mainline.text;

import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jsoup.Jsoup;

/** The words of a text without its signs: items and cells stand beside each other, notes and boxes are left out. */
final class PlainText extends AbstractVisitor {
    private static final String BETWEEN = " · ";

    private final StringBuilder words = new StringBuilder();
    private final int enough;

    private PlainText(int enough) {
        this.enough = enough;
    }

    /** @return at most {@code longest} characters, cut between words where that is possible */
    static String of(Node text, int longest) {
        PlainText plain = new PlainText(2 * longest + 100);
        text.accept(plain);
        return cut(plain.words.toString(), longest);
    }

    static String cut(String words, int longest) {
        String plain = words.replaceAll("\\s+", " ").replaceAll("(· )+", "· ").strip();
        if (plain.codePointCount(0, plain.length()) <= longest) return plain;
        String cut = plain.substring(0, plain.offsetByCodePoints(0, longest));
        int space = cut.lastIndexOf(' ');
        String whole = space > longest / 2 ? cut.substring(0, space) : cut;
        return whole.replaceAll("[\\s·]+$", "") + "…";
    }

    @Override
    protected void visitChildren(Node parent) {
        for (Node node = parent.getFirstChild(); node != null && words.length() < enough; node = node.getNext())
            node.accept(this);
    }

    private void apart(String by) {
        if (!words.isEmpty()) words.append(by);
    }

    @Override
    public void visit(Paragraph paragraph) {
        block(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        block(heading);
    }

    private void block(Node block) {
        visitChildren(block);
        apart(" ");
    }

    @Override
    public void visit(ListItem item) {
        if (item.getPrevious() != null) apart(BETWEEN);
        visitChildren(item);
    }

    @Override
    public void visit(CustomBlock block) {
        if (!(block instanceof Footnotes.Note)) block(block);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableCell && node.getPrevious() != null) apart(BETWEEN);
        if (node instanceof TableBody || (node instanceof TableRow && node.getPrevious() != null)) apart(BETWEEN);
        visitChildren(node);
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
        code(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code(code.getLiteral());
    }

    private void code(String literal) {
        words.append(literal);
        apart(" ");
    }

    @Override
    public void visit(HtmlBlock html) {
        words.append(Jsoup.parseBodyFragment(Sanitizer.clean(html.getLiteral())).text());
        apart(" ");
    }

    @Override
    public void visit(HtmlInline html) {
        if (html.getLiteral().regionMatches(true, 0, "<br", 0, 3)) apart(" ");
    }

    @Override
    public void visit(SoftLineBreak end) {
        apart(" ");
    }

    @Override
    public void visit(HardLineBreak end) {
        apart(" ");
    }
}
