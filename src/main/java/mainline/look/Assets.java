package mainline.look;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;
import mainline.kernel.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Style, scripts and mark of the product, put together once when first asked for. Their addresses carry a hash of all
 * of them, so a browser may keep them for ever.
 */
final class Assets {
    // In the order of the cascade: where two rules weigh the same, the later one holds.
    private static final List<String> STYLES = words("""
            reset tokens base
            layout object bar menu face foot switch
            line loop loopline standing panel notice fresh empty
            rows steps more log figures facts table tabs
            button tag icon
            form field input choice editor conflict problems format draft suggest
            prose mission toc source
            talk acts byline discussion fold
            meter chart shots gate
            bars rounds pairwise timeline ballot ranking ask decision
            diff remark source-diff
            passage shelf search turn wire
            dialog print""");
    private static final List<String> SCRIPTS = List.of(
            "words",
            "htmx",
            "menus",
            "copy",
            "share",
            "counter",
            "drafts",
            "format",
            "mentions",
            "ranking",
            "zones",
            "keys",
            "proof",
            "live",
            "goes");
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private static final Map<String, Asset> ALL = load();
    private static final String HASH = hash();
    private static final String VERSION = readVersion();

    private Assets() {}

    record Asset(String type, byte[] plain, byte[] zipped) {}

    /** The address of {@code mainline.css}, {@code mainline.js}, {@code moments.js}, {@code htmx.js} or {@code mark.svg}. */
    static String at(String name) {
        if (!ALL.containsKey(name)) throw new IllegalArgumentException(name);
        return "/assets/" + HASH + "/" + name;
    }

    static @Nullable Asset find(String hash, String name) {
        return HASH.equals(hash) ? ALL.get(name) : null;
    }

    /** The version of the product, empty when it was not built as a whole. */
    static String version() {
        return VERSION;
    }

    private static Map<String, Asset> load() {
        Map<String, Asset> all = new LinkedHashMap<>();
        StringBuilder style = new StringBuilder();
        for (String name : STYLES) style.append(read("css/" + name + ".css"));
        all.put("mainline.css", asset("text/css;charset=UTF-8", slim(style.toString())));
        StringBuilder script = new StringBuilder();
        // A block each: what one script declares, no other sees.
        for (String name : SCRIPTS)
            script.append("{\n").append(read("js/" + name + ".js")).append("}\n");
        all.put("mainline.js", asset("text/javascript;charset=UTF-8", script.toString()));
        all.put("moments.js", asset("text/javascript;charset=UTF-8", read("js/moments.js")));
        all.put("htmx.js", asset("text/javascript;charset=UTF-8", read(HTMX)));
        all.put("mark.svg", asset("image/svg+xml", read("mark.svg")));
        return all;
    }

    private static List<String> words(String text) {
        return List.of(text.split("\\s+"));
    }

    private static String slim(String style) {
        return style.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s*\\n\\s*", "\n");
    }

    private static Asset asset(String type, String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Asset(type, plain, zipped.toByteArray());
    }

    private static String read(String path) {
        try (InputStream in = Assets.class.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException("missing from the build: " + path);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String hash() {
        MessageDigest digest = Sha256.begun();
        ALL.values().forEach(asset -> digest.update(asset.plain()));
        return HexFormat.of().formatHex(digest.digest(), 0, 6);
    }

    private static String readVersion() {
        Properties build = new Properties();
        try (InputStream in = Assets.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (in != null) build.load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return build.getProperty("build.version", "");
    }
}
