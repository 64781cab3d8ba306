package mainline.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The face of a mail in plain text: lines that fit a narrow window, and each address on a line of its own. */
final class MailText {
    private final List<String> lines = new ArrayList<>();
    private final Locale language;

    private MailText(Locale language) {
        this.language = language;
    }

    static String of(MailBody body) {
        var text = new MailText(body.language());
        text.wrap(body.sender(), "");
        text.underlined(body.title(), "=");
        body.parts().forEach(text::add);
        if (!body.foot().isEmpty()) {
            // Mail programs know by this line what need not be answered.
            text.lines.addAll(List.of("", "-- "));
            body.foot().forEach(row -> text.row(row, "", ""));
        }
        return String.join("\n", text.lines) + "\n";
    }

    private void add(MailBody.Part part) {
        switch (part) {
            case MailBody.Heading heading -> underlined(heading.text(), "-");
            case MailBody.Saying saying -> paragraph(saying.sentence());
            case MailBody.Quote quote -> {
                lines.add("");
                quote.words().lines().forEach(line -> wrap(line, "> "));
            }
            case MailBody.Rows rows -> {
                lines.add("");
                rows.rows().forEach(row -> row(row, "- ", "  "));
            }
            case MailBody.Button button -> {
                paragraph(button.link().label() + ":");
                lines.add(button.link().address());
            }
        }
    }

    private void paragraph(String text) {
        lines.add("");
        wrap(text, "");
    }

    private void underlined(String title, String by) {
        int before = lines.size();
        paragraph(title);
        int longest = lines.subList(before, lines.size()).stream()
                .mapToInt(Wrap::width)
                .max()
                .orElse(0);
        lines.add(by.repeat(Math.max(3, longest)));
    }

    private void row(MailBody.Row row, String first, String next) {
        wrap(row.text() + (row.address() == null || !first.isEmpty() ? "" : ":"), first, next);
        if (!row.detail().isEmpty()) wrap(row.detail(), next);
        address(row.address(), next);
    }

    private void address(@Nullable String address, String before) {
        if (address != null) lines.add(before + address);
    }

    private void wrap(String text, String before) {
        wrap(text, before, before);
    }

    private void wrap(String text, String first, String next) {
        String before = first;
        for (String line : Wrap.lines(Unlinked.text(text), language)) {
            lines.add((before + line).stripTrailing());
            before = next;
        }
    }
}
