package mainline.text;

import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Notes at the foot of a text, {@code [^1]} and {@code [^1]: …}, numbered as they are named. Their addresses begin with a
 * prefix of the text's own, since several texts stand on one page.
 */
final class Footnotes implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {
    private static final int LONGEST_LABEL = 100;
    private static final int CODE = 4;

    private final String prefix;

    Footnotes(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public void extend(Parser.Builder parser) {
        parser.customBlockParserFactory(new Beginnings()).linkProcessor(Footnotes::reference);
    }

    @Override
    public void extend(HtmlRenderer.Builder renderer) {
        renderer.nodeRendererFactory(context -> new FootnoteWriter(context, prefix));
    }

    /** What is said in a note, where it was written. */
    static final class Note extends CustomBlock {
        final String label;

        Note(String label) {
            this.label = label;
        }
    }

    static final class Reference extends CustomNode {
        final Note note;

        Reference(Note note) {
            this.note = note;
        }
    }

    private static LinkResult reference(LinkInfo link, Scanner scanner, InlineParserContext defined) {
        String text = link.text(scanner);
        if (link.destination() != null || !text.startsWith("^")) return LinkResult.none();
        if (link.label() != null && defined.getDefinition(LinkReferenceDefinition.class, link.label()) != null)
            return LinkResult.none();
        Note note = defined.getDefinition(Note.class, text.substring(1));
        return note == null ? LinkResult.none() : LinkResult.replaceWith(new Reference(note), link.afterTextBracket());
    }

    private static final class Beginnings implements BlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser inside) {
            CharSequence line = state.getLine().getContent();
            int start = state.getNextNonSpaceIndex();
            if (state.getIndent() >= CODE || line.length() < start + 5) return BlockStart.none();
            if (line.charAt(start) != '[' || line.charAt(start + 1) != '^') return BlockStart.none();
            int end = start + 2;
            while (end < line.length() && end - start < LONGEST_LABEL && isOfLabel(line.charAt(end))) end++;
            if (end == start + 2 || end + 1 >= line.length()) return BlockStart.none();
            if (line.charAt(end) != ']' || line.charAt(end + 1) != ':') return BlockStart.none();
            String label = line.subSequence(start + 2, end).toString();
            return BlockStart.of(new Reading(label)).atIndex(end + 2);
        }

        private static boolean isOfLabel(char c) {
            return c > ' ' && c != '[' && c != ']';
        }
    }

    private static final class Reading extends AbstractBlockParser {
        private final Note note;

        Reading(String label) {
            note = new Note(label);
        }

        @Override
        public Block getBlock() {
            return note;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block block) {
            return true;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (state.getIndent() >= CODE) return BlockContinue.atColumn(state.getColumn() + CODE);
            return state.isBlank() ? BlockContinue.atIndex(state.getIndex()) : BlockContinue.none();
        }

        @Override
        public void addLine(SourceLine line) {}

        @Override
        public List<DefinitionMap<?>> getDefinitions() {
            DefinitionMap<Note> definition = new DefinitionMap<>(Note.class);
            definition.putIfAbsent(note.label, note);
            return List.of(definition);
        }
    }
}
