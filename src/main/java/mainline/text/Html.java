package mainline.text;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** Mark-up that is safe to show as it is. Only {@link Markdown} and the project's own components make it. */
public record Html(String markup) implements Content {
    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(markup);
    }

    @Override
    public boolean isEmptyContent() {
        return markup.isEmpty();
    }

    @Override
    public String toString() {
        return markup;
    }
}
