package mainline.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import mainline.community.Unkept;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A rendered page with a gap wherever the nonce stood, so that every answer still gets its own.
 *
 * @param stamp how often its community had moved when rendering began
 * @param at when that was, by {@link mainline.platform.Memory#now}
 * @param personal whether it is one member's; such a page is never kept by the browser too
 * @param policy the content security policy, in the parts around the nonce
 * @param body in the parts around the nonce
 */
record KeptPage(
        long stamp,
        long at,
        boolean personal,
        String etag,
        Map<String, String> headers,
        List<byte[]> policy,
        List<byte[]> body) {
    private static final int WRITTEN_AT_ONCE = 64 << 10;
    private static final String POLICY = "Content-Security-Policy";
    private static final Set<String> OWN =
            Set.of("cache-control", "pragma", "expires", "content-length", "etag", "content-security-policy", "vary");

    /** @return null when the answer is not a page that all onlookers see alike, or belongs to a community for members only */
    static @Nullable KeptPage of(
            HttpServletRequest request, ContentCachingResponseWrapper answer, long stamp, long at, boolean personal) {
        String type = answer.getContentType();
        if (answer.getStatus() != HttpStatus.OK.value()
                || type == null
                || !type.startsWith("text/html")
                || Unkept.is(request)
                || (!personal && request.getAttribute(FormTokens.ASKED_FOR) != null)
                || answer.containsHeader(HttpHeaders.SET_COOKIE)) return null;
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : answer.getHeaderNames())
            if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) headers.put(name, answer.getHeader(name));
        headers.put(HttpHeaders.CONTENT_TYPE, type);
        byte[] nonce = nonce(request);
        String policy = answer.getHeader(POLICY);
        List<byte[]> body = split(answer.getContentAsByteArray(), nonce);
        return new KeptPage(
                stamp,
                at,
                personal,
                etag(body),
                headers,
                split((policy == null ? "" : policy).getBytes(StandardCharsets.ISO_8859_1), nonce),
                body);
    }

    private static byte[] nonce(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(Nonces.NAME)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<byte[]> split(byte[] whole, byte[] gap) {
        List<byte[]> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= whole.length - gap.length; i++) {
            if (whole[i] != gap[0] || !java.util.Arrays.equals(whole, i, i + gap.length, gap, 0, gap.length)) continue;
            parts.add(java.util.Arrays.copyOfRange(whole, start, i));
            i += gap.length - 1;
            start = i + 1;
        }
        parts.add(java.util.Arrays.copyOfRange(whole, start, whole.length));
        return parts;
    }

    private static String etag(List<byte[]> parts) {
        CRC32C sum = new CRC32C();
        parts.forEach(sum::update);
        int length = parts.stream().mapToInt(part -> part.length).sum();
        return "W/\"" + Long.toHexString(sum.getValue()) + "-" + Integer.toHexString(length) + "\"";
    }

    int weight() {
        return 500 + body.stream().mapToInt(part -> part.length).sum();
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        headers.forEach(response::setHeader);
        response.setHeader(HttpHeaders.PRAGMA, null);
        response.setHeader(HttpHeaders.EXPIRES, null);
        if (personal) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        } else {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            response.setHeader(HttpHeaders.VARY, "Cookie, Accept-Language, HX-Request");
            response.setHeader(HttpHeaders.ETAG, etag);
            if (matches(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
                // The browser keeps the page it has together with the policy that came with it.
                response.setHeader(POLICY, null);
                response.setStatus(HttpStatus.NOT_MODIFIED.value());
                return;
            }
        }
        byte[] nonce = nonce(request);
        response.setHeader(POLICY, new String(joined(policy, nonce), StandardCharsets.ISO_8859_1));
        int length = length(body, nonce);
        response.setContentLength(length);
        if (length <= WRITTEN_AT_ONCE) response.getOutputStream().write(joined(body, nonce));
        else writeOneByOne(response.getOutputStream(), nonce);
    }

    private boolean matches(@Nullable String known) {
        return known != null && (known.equals("*") || known.contains(etag.substring(2)));
    }

    /** A long page is not copied for each of its readers. */
    private void writeOneByOne(OutputStream out, byte[] nonce) throws IOException {
        for (int i = 0; i < body.size(); i++) {
            if (i > 0) out.write(nonce);
            out.write(body.get(i));
        }
    }

    private static int length(List<byte[]> parts, byte[] nonce) {
        return parts.stream().mapToInt(part -> part.length).sum() + nonce.length * (parts.size() - 1);
    }

    private static byte[] joined(List<byte[]> parts, byte[] nonce) {
        byte[] whole = new byte[length(parts, nonce)];
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                System.arraycopy(nonce, 0, whole, at, nonce.length);
                at += nonce.length;
            }
            System.arraycopy(parts.get(i), 0, whole, at, parts.get(i).length);
            at += parts.get(i).length;
        }
        return whole;
    }
}
