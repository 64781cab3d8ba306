package mainline.exchange;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import mainline.platform.Refusal;

/**
 * Reads a WordPress export in one pass, without a document type and so without entities of its own, and within bounds.
 * Anything that is not a complete export of a known version is refused with the line it went wrong in.
 */
final class WordPressFile {
    static final long LARGEST = 64L << 20;
    private static final int MOST_POSTS = 20_000;
    private static final int MOST_REMARKS = 200_000;
    private static final int DEEPEST = 64;
    private static final String WP = "http://wordpress.org/export/";
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    /** Tells what stands in CDATA from other text; the JDK's own property. */
    private static final String CDATA = "http://java.sun.com/xml/stream/properties/report-cdata-event";

    private final XMLStreamReader xml;
    private final Map<String, WordPressExport.Author> authors = new LinkedHashMap<>();
    private final List<WordPressExport.Post> posts = new ArrayList<>();
    private int remarks;

    private WordPressFile(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** @throws Refusal in one line when the file cannot be read or is not such an export */
    static WordPressExport read(Path file) {
        try {
            long size = Files.isRegularFile(file) ? Files.size(file) : 0;
            if (size > LARGEST)
                throw new Refusal(file + " has " + (size >> 20) + " MB; an export of up to " + (LARGEST >> 20)
                        + " MB can be read. In WordPress, export it in parts, a year at a time.");
            ExportText text = ExportText.of(file);
            try (Reader in = text.open()) {
                return read(in, file.getFileName().toString(), text);
            }
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static WordPressExport read(Reader in, String name, ExportText text) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(CDATA, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it refers to something outside itself");
        });
        XMLStreamReader xml = null;
        try {
            xml = factory.createXMLStreamReader(in);
            return new WordPressFile(xml).export();
        } catch (XMLStreamException | RuntimeException e) {
            if (e instanceof Refusal refusal) throw new Refusal(name + ": " + refusal.getMessage(), e);
            Optional<String> wrong = text.wrong();
            if (wrong.isPresent()) throw new Refusal(wrong.get(), e);
            int line = xml == null ? 1 : Math.max(1, xml.getLocation().getLineNumber());
            throw new Refusal(
                    name + ", line " + line + ": this is not a complete, well-formed export (" + firstLine(e)
                            + "). Export it once more in WordPress, under Tools, Export.",
                    e);
        }
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage()).replaceFirst("(?s).*Message: ", "");
        return message.lines().findFirst().orElse("unreadable").strip().replaceFirst("\\.$", "");
    }

    private WordPressExport export() throws XMLStreamException {
        String title = "";
        String description = "";
        String site = "";
        String version = "";
        boolean channel = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD)
                throw new Refusal("the file brings its own document type, which an export never does.");
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            if (is("", "rss")) continue;
            if (is("", "channel")) channel = true;
            else if (!channel)
                throw new Refusal("this is not a WordPress export: it begins with <" + xml.getLocalName() + ">.");
            else if (is("", "title")) title = text();
            else if (is("", "description")) description = text();
            else if (is("", "link") && site.isEmpty()) site = text();
            else if (is(WP, "base_blog_url")) site = text();
            else if (is(WP, "wxr_version")) version = text();
            else if (is(WP, "author")) author();
            else if (is("", "item")) post(version);
            else skip(1);
        }
        if (!channel) throw new Refusal("this is not a WordPress export.");
        checkVersion(version);
        return new WordPressExport(site.strip(), title.strip(), description.strip(), authors, posts);
    }

    private static void checkVersion(String version) {
        if (version.isBlank())
            throw new Refusal("this is not a WordPress export: it names no WXR version."
                    + " In WordPress, choose Tools, Export, and give the .xml file it makes.");
        if (!version.strip().matches("1\\.[0-2]"))
            throw new Refusal("WXR version " + PlainNames.cut(version, 20)
                    + " is not one of 1.0, 1.1 and 1.2. Export it once more in a WordPress of today.");
    }

    private void author() throws XMLStreamException {
        WordPressParts parts = parts();
        String login = parts.of("author_login");
        authors.put(
                login,
                new WordPressExport.Author(
                        login, parts.words("author_display_name"), parts.of("author_email"), parts.of("author_id")));
    }

    private void post(String version) throws XMLStreamException {
        checkVersion(version);
        if (posts.size() >= MOST_POSTS) throw new Refusal("more than " + MOST_POSTS + " posts in one file.");
        WordPressParts parts = new WordPressParts();
        List<WordPressExport.Remark> said = new ArrayList<>();
        int labels = 0;
        while (nextChild()) {
            String name = xml.getLocalName();
            if (is(WP, "comment")) said.add(remark());
            else if (is(CONTENT, "encoded")) read("content", parts);
            else if (name.equals("encoded")) read("excerpt", parts);
            else if (name.equals("category")) {
                // WordPress 2 wrote each label twice: for feeds, and with its short name as an attribute.
                if (xml.getAttributeValue(null, "nicename") != null) labels++;
                skip(1);
            } else read(name, parts);
        }
        posts.add(post(parts, labels, said));
    }

    private static WordPressExport.Post post(WordPressParts parts, int labels, List<WordPressExport.Remark> said) {
        return new WordPressExport.Post(
                parts.of("post_id"),
                parts.words("title"),
                parts.of("creator"),
                parts.raw("content"),
                parts.time("post_date_gmt", "post_date", "pubDate"),
                parts.or("post_type", "post"),
                parts.or("status", "publish"),
                !parts.of("post_password").isEmpty(),
                Stream.of(parts.of("link"), parts.of("guid"))
                        .filter(address -> !address.isEmpty())
                        .toList(),
                labels,
                !parts.of("excerpt").isEmpty(),
                said);
    }

    private WordPressExport.Remark remark() throws XMLStreamException {
        if (++remarks > MOST_REMARKS) throw new Refusal("more than " + MOST_REMARKS + " comments in one file.");
        WordPressParts parts = parts();
        return new WordPressExport.Remark(
                parts.of("comment_id"),
                parts.or("comment_parent", "0"),
                parts.words("comment_author"),
                parts.of("comment_author_email"),
                parts.or("comment_user_id", "0"),
                parts.raw("comment_content"),
                parts.time("comment_date_gmt", "comment_date", null),
                parts.or("comment_approved", "1"),
                parts.of("comment_type"));
    }

    /** The texts of an element's children by local name; what has children of its own is passed over. */
    private WordPressParts parts() throws XMLStreamException {
        WordPressParts parts = new WordPressParts();
        while (nextChild()) read(xml.getLocalName(), parts);
        return parts;
    }

    /** Goes to the next child, over any text between; false at the end of the element. */
    private boolean nextChild() throws XMLStreamException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) return true;
            if (event == XMLStreamConstants.END_ELEMENT) return false;
        }
    }

    /** The text of this element, by that name; what has children of its own is passed over. */
    private void read(String name, WordPressParts parts) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean asMarkup = false;
        while (true) {
            int event = xml.next();
            switch (event) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    asMarkup |= event == XMLStreamConstants.CDATA;
                    text.append(xml.getText());
                }
                case XMLStreamConstants.START_ELEMENT -> skip(1);
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("it uses an entity it does not define");
                case XMLStreamConstants.END_ELEMENT -> {
                    parts.put(name, text.toString(), asMarkup);
                    return;
                }
                default -> {}
            }
        }
    }

    private String text() throws XMLStreamException {
        WordPressParts one = new WordPressParts();
        read("text", one);
        return one.words("text");
    }

    private void skip(int depth) throws XMLStreamException {
        for (int open = depth; open > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && ++open > DEEPEST)
                throw new XMLStreamException("elements are nested too deeply");
            if (event == XMLStreamConstants.END_ELEMENT) open--;
        }
    }

    private boolean is(String namespace, String name) {
        if (!xml.getLocalName().equals(name)) return false;
        String actual =
                xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI().replaceFirst("^https:", "http:");
        return namespace.isEmpty() ? actual.isEmpty() : actual.startsWith(namespace);
    }
}
