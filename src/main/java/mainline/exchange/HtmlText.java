package mainline.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Turns mark-up from elsewhere into Markdown: paragraphs, links, emphasis, lists, quotations, code, headings and pictures
 * stay; everything else leaves only its text, and what could run leaves nothing.
 */
final class HtmlText {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "figure",
            "figcaption",
            "address",
            "dl",
            "dt",
            "dd",
            "center",
            "header",
            "footer",
            "main",
            "aside",
            "blockquote",
            "pre",
            "ul",
            "ol",
            "table",
            "thead",
            "tbody",
            "tr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr");
    private static final Pattern MARKED_UP = Pattern.compile(
            "<(p|div|ul|ol|li|blockquote|pre|table|tr|td|h[1-6]|figure|section|hr)[\\s>/]", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_\\[\\]<>|~])");
    /** What would make a heading, a list or a rule of a line of plain text. */
    private static final Pattern LINE_START = Pattern.compile("(?m)^([#+=-]|\\d{1,9}[.)])(?=\\s|=|-|$)");

    private static final int DEEPEST = 100;

    private HtmlText() {}

    /** @param html as WordPress keeps it: where no block is marked up, blank lines part paragraphs and line ends break lines */
    static String toMarkdown(String html) {
        String text = html.replace("\r\n", "\n")
                .replace("\0", "")
                .replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("\\[/?(caption|gallery|embed|audio|video)[^\\]]*\\]", "");
        Element body = Jsoup.parseBodyFragment(paragraphs(text)).body();
        body.select("script,style,iframe,object,embed,noscript,template,form,svg,math")
                .remove();
        return blocks(body, 0).strip();
    }

    private static String paragraphs(String text) {
        StringBuilder marked = new StringBuilder();
        for (String part : text.split("\\n[ \\t]*\\n\\s*")) {
            if (MARKED_UP.matcher(part).find() || part.startsWith("</"))
                marked.append(part).append("\n\n");
            else if (!part.isBlank())
                marked.append("<p>").append(part.strip().replace("\n", "<br>")).append("</p>\n");
        }
        return marked.toString();
    }

    /** The blocks inside an element, parted by blank lines; text between them makes paragraphs of its own. */
    private static String blocks(Element parent, int depth) {
        if (depth > DEEPEST) return paragraph(escape(parent.text()));
        List<String> blocks = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                blocks.add(paragraph(run.toString()));
                run.setLength(0);
                blocks.add(block(element, depth + 1));
            } else {
                run.append(inline(node, depth + 1));
            }
        }
        blocks.add(paragraph(run.toString()));
        return blocks.stream().filter(block -> !block.isBlank()).collect(Collectors.joining("\n\n"));
    }

    private static String block(Element element, int depth) {
        return switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                "#".repeat(element.normalName().charAt(1) - '0') + " "
                        + inlines(element, depth).replaceAll("\\s+", " ").strip();
            case "hr" -> "---";
            case "blockquote" -> prefixed(blocks(element, depth), "> ", "> ");
            case "pre" -> code(element.wholeText());
            case "ul", "ol" -> list(element, depth);
            case "tr" ->
                element.children().stream()
                        .map(cell ->
                                inlines(cell, depth).replaceAll("\\s+", " ").strip())
                        .collect(Collectors.joining(" · "));
            default -> blocks(element, depth);
        };
    }

    private static String paragraph(String inline) {
        String lines = inline.lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"))
                .strip();
        return LINE_START.matcher(lines).replaceAll(HtmlText::plainStart);
    }

    /** Escapes the sign itself, or the dot after a number. */
    private static String plainStart(MatchResult start) {
        String sign = start.group(1);
        int last = sign.length() - 1;
        return Matcher.quoteReplacement(sign.substring(0, last) + "\\" + sign.charAt(last));
    }

    private static String list(Element list, int depth) {
        List<String> items = new ArrayList<>();
        for (Element child : list.children()) {
            String sign = list.normalName().equals("ol") ? (items.size() + 1) + ". " : "- ";
            String item = blocks(child, depth);
            if (!item.isBlank()) items.add(prefixed(item, sign, " ".repeat(sign.length())));
        }
        return String.join("\n", items);
    }

    private static String prefixed(String block, String first, String others) {
        return block.isBlank() ? "" : first + block.replace("\n", "\n" + others);
    }

    private static String code(String text) {
        String fence = text.contains("```") ? "~~~~" : "```";
        return fence + "\n" + text.strip() + "\n" + fence;
    }

    private static String inlines(Element parent, int depth) {
        if (depth > DEEPEST) return escape(parent.text());
        StringBuilder all = new StringBuilder();
        parent.childNodes().forEach(node -> all.append(inline(node, depth + 1)));
        return all.toString();
    }

    private static String inline(Node node, int depth) {
        if (node instanceof TextNode text) return escape(text.getWholeText().replaceAll("\\s+", " "));
        if (!(node instanceof Element element)) return "";
        return switch (element.normalName()) {
            case "br" -> "\n";
            case "em", "i", "cite" -> around("*", inlines(element, depth));
            case "strong", "b" -> around("**", inlines(element, depth));
            case "del", "s", "strike" -> around("~~", inlines(element, depth));
            case "code", "kbd", "tt" ->
                element.text().isBlank() ? "" : "`" + element.text().replace('`', '\'') + "`";
            case "a" -> link(element, inlines(element, depth));
            case "img" -> picture(element);
            default -> inlines(element, depth);
        };
    }

    private static String escape(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$1");
    }

    /** Emphasis, with the spaces at its ends put outside, where Markdown wants them. */
    private static String around(String sign, String inner) {
        String core = inner.strip();
        if (core.isEmpty() || core.contains("\n\n")) return inner;
        int lead = inner.indexOf(core);
        return inner.substring(0, lead) + sign + core + sign + inner.substring(lead + core.length());
    }

    private static String link(Element element, String inner) {
        String href = element.attr("href").strip();
        if (!href.matches("(?i)(https?:|mailto:).*")) return inner;
        String label = inner.replaceAll("\\s+", " ").strip();
        return "[" + (label.isEmpty() ? escape(href) : label) + "](" + address(href) + ")";
    }

    private static String picture(Element element) {
        String src = element.attr("src").strip();
        return src.matches("(?i)https?:.*") ? "![" + escape(element.attr("alt")) + "](" + address(src) + ")" : "";
    }

    private static String address(String url) {
        return url.replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replaceAll("[\\s\\p{Cntrl}]+", "");
    }
}
