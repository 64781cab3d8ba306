package mainline.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import mainline.platform.Refusal;
import org.jspecify.annotations.Nullable;

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
    private static final Pattern ENCODING =
            Pattern.compile("^[^<]*<\\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

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
            if (!Files.isRegularFile(file)) throw new Refusal("There is no file " + file + ".");
            long size = Files.size(file);
            if (size > LARGEST)
                throw new Refusal(file + " has " + (size >> 20) + " MB; an export of up to " + (LARGEST >> 20)
                        + " MB can be read.");
            try (InputStream in = Files.newInputStream(file)) {
                return read(in, file.getFileName().toString());
            }
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    static WordPressExport read(InputStream in, String name) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it refers to something outside itself");
        });
        XMLStreamReader xml = null;
        try {
            xml = factory.createXMLStreamReader(decoded(in));
            return new WordPressFile(xml).export();
        } catch (XMLStreamException | IOException | RuntimeException e) {
            if (e instanceof Refusal refusal) throw new Refusal(name + ": " + refusal.getMessage(), e);
            int line = xml == null ? 1 : Math.max(1, xml.getLocation().getLineNumber());
            throw new Refusal(
                    name + ", line " + line + ": this is not a complete, well-formed export (" + firstLine(e) + ").",
                    e);
        }
    }

    /** In the encoding that the first line declares, UTF-8 without one; a byte that does not fit is an error. */
    private static Reader decoded(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(256);
        String start = new String(buffered.readNBytes(200), StandardCharsets.ISO_8859_1);
        buffered.reset();
        Matcher declared = ENCODING.matcher(start);
        Charset charset = declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        if (start.startsWith("\u00ef\u00bb\u00bf")) buffered.skipNBytes(3);
        return new InputStreamReader(buffered, charset.newDecoder());
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
        if (version.isBlank()) throw new Refusal("this is not a WordPress export: it names no WXR version.");
        if (!version.strip().matches("1\\.[0-2]"))
            throw new Refusal("WXR version " + version.strip() + " is not one of 1.0, 1.1 and 1.2.");
    }

    private void author() throws XMLStreamException {
        Map<String, String> parts = parts();
        String login = parts.getOrDefault("author_login", "").strip();
        authors.put(
                login,
                new WordPressExport.Author(
                        login,
                        parts.getOrDefault("author_display_name", "").strip(),
                        parts.getOrDefault("author_email", "").strip(),
                        parts.getOrDefault("author_id", "").strip()));
    }

    private void post(String version) throws XMLStreamException {
        checkVersion(version);
        if (posts.size() >= MOST_POSTS) throw new Refusal("more than " + MOST_POSTS + " posts in one file.");
        Map<String, String> parts = new HashMap<>();
        List<WordPressExport.Remark> said = new ArrayList<>();
        while (nextChild()) {
            String name = xml.getLocalName();
            if (is(WP, "comment")) said.add(remark());
            else if (is(CONTENT, "encoded")) parts.put("content", text());
            else if (name.equals("encoded")) skip(1);
            else if (xml.getAttributeCount() > 0 && name.equals("category")) skip(1);
            else textOrSkip(parts);
        }
        Instant published = time(parts.get("post_date_gmt"), parts.get("post_date"), parts.get("pubDate"));
        posts.add(new WordPressExport.Post(
                parts.getOrDefault("post_id", "").strip(),
                parts.getOrDefault("title", "").strip(),
                parts.getOrDefault("creator", "").strip(),
                parts.getOrDefault("content", ""),
                published,
                parts.getOrDefault("post_type", "post").strip(),
                parts.getOrDefault("status", "publish").strip(),
                !parts.getOrDefault("post_password", "").isBlank(),
                said));
    }

    private WordPressExport.Remark remark() throws XMLStreamException {
        if (++remarks > MOST_REMARKS) throw new Refusal("more than " + MOST_REMARKS + " comments in one file.");
        Map<String, String> parts = parts();
        return new WordPressExport.Remark(
                parts.getOrDefault("comment_id", "").strip(),
                parts.getOrDefault("comment_parent", "0").strip(),
                parts.getOrDefault("comment_author", "").strip(),
                parts.getOrDefault("comment_author_email", "").strip(),
                parts.getOrDefault("comment_user_id", "0").strip(),
                parts.getOrDefault("comment_content", ""),
                time(parts.get("comment_date_gmt"), parts.get("comment_date"), null),
                parts.getOrDefault("comment_approved", "1").strip().equals("1"),
                parts.getOrDefault("comment_type", "").strip());
    }

    /** The texts of an element's children by local name; what has children of its own is passed over. */
    private Map<String, String> parts() throws XMLStreamException {
        Map<String, String> parts = new HashMap<>();
        while (nextChild()) textOrSkip(parts);
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

    private void textOrSkip(Map<String, String> parts) throws XMLStreamException {
        String name = xml.getLocalName();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                case XMLStreamConstants.START_ELEMENT -> skip(1);
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("it uses an entity it does not define");
                case XMLStreamConstants.END_ELEMENT -> {
                    parts.putIfAbsent(name, text.toString());
                    return;
                }
                default -> {}
            }
        }
    }

    private String text() throws XMLStreamException {
        Map<String, String> one = new HashMap<>();
        textOrSkip(one);
        return one.values().iterator().next();
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

    /** The first of these that is a date: in GMT, in the blog's time (taken for GMT), as in a feed. */
    private static @Nullable Instant time(@Nullable String gmt, @Nullable String local, @Nullable String feed) {
        for (String text : new String[] {gmt, local}) {
            if (text == null || text.startsWith("0000")) continue;
            try {
                return LocalDateTime.parse(text.strip(), TIME).toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        try {
            return feed == null
                    ? null
                    : ZonedDateTime.parse(feed.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
