package mainline.text;

import java.util.List;
import java.util.Set;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.jspecify.annotations.Nullable;

/** Finds what a text defines also where {@link SpacelessEmphasis} has set its mark into the label. */
final class Unmarking implements InlineParserContext {
    private final InlineParserContext all;
    private char mark;

    Unmarking(InlineParserContext all) {
        this.all = all;
    }

    /** @param now what is set into labels from here on; 0 for nothing */
    void mark(char now) {
        mark = now;
    }

    @Override
    public List<InlineContentParserFactory> getCustomInlineContentParserFactories() {
        return all.getCustomInlineContentParserFactories();
    }

    @Override
    public List<DelimiterProcessor> getCustomDelimiterProcessors() {
        return all.getCustomDelimiterProcessors();
    }

    @Override
    public List<LinkProcessor> getCustomLinkProcessors() {
        return all.getCustomLinkProcessors();
    }

    @Override
    public Set<Character> getCustomLinkMarkers() {
        return all.getCustomLinkMarkers();
    }

    @Override
    public int getMaxInlineNesting() {
        return all.getMaxInlineNesting();
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester")
    public @Nullable LinkReferenceDefinition getLinkReferenceDefinition(String label) {
        return getDefinition(LinkReferenceDefinition.class, label);
    }

    @Override
    public <D> @Nullable D getDefinition(Class<D> type, String label) {
        return all.getDefinition(type, mark == 0 ? label : SpacelessEmphasis.without(label, mark));
    }
}
