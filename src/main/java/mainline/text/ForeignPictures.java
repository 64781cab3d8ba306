package mainline.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Pictures that lie elsewhere become links to them, so that reading a page asks no server but its own for anything. Such a
 * link says what the picture's text says and names the host; its {@code rel} has {@code external}.
 */
final class ForeignPictures {
    private ForeignPictures() {}

    /** @param markup that has been cleaned */
    static String linked(String markup) {
        if (!markup.contains("<img")) return markup;
        Document page = Jsoup.parseBodyFragment(markup);
        page.outputSettings().prettyPrint(false);
        boolean changed = false;
        for (Element picture : page.select("img")) {
            String address = picture.attr("src").strip();
            if (!isForeign(address)) continue;
            link(picture, address);
            changed = true;
        }
        return changed ? page.body().html() : markup;
    }

    private static boolean isForeign(String address) {
        // Browsers read a backslash as a slash.
        String plain = address.replace('\\', '/').toLowerCase(java.util.Locale.ROOT);
        return plain.startsWith("//") || plain.startsWith("http:") || plain.startsWith("https:");
    }

    private static void link(Element picture, String address) {
        String host = host(address);
        String text = picture.attr("alt").strip();
        if (text.isEmpty()) text = picture.attr("title").strip();
        if (text.isEmpty()) text = name(address);
        Element link = new Element("a").attr("href", address).attr("rel", "nofollow noopener ugc external");
        Element around = picture.closest("a");
        if (around == null) {
            picture.replaceWith(link.text(text.equals(host) ? host : text + " (" + host + ")"));
        } else {
            // A link cannot lie in another one.
            picture.replaceWith(new TextNode(text));
            around.after(link.text("(" + host + ")"));
            around.after(new TextNode(" "));
        }
    }

    private static String host(String address) {
        String rest = address.replace('\\', '/').replaceFirst("^[A-Za-z]+:", "").replaceFirst("^/+", "");
        String host = rest.split("[/?#]", 2)[0];
        return host.substring(host.lastIndexOf('@') + 1);
    }

    private static String name(String address) {
        String path = address.split("[?#]", 2)[0].replaceFirst("/+$", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? host(address) : name;
    }
}
