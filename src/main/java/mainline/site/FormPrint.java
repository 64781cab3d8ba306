package mainline.site;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.TreeMap;
import mainline.kernel.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What tells one sent form from all others: a hash over its address, all its fields, and the token in it, which is masked
 * anew for every page. So the same words from a fresh page are another form, as are other words from the same page.
 */
record FormPrint(byte[] hash) {
    private static final String KEPT = FormPrint.class.getName();

    /** @return null when the request sends no form */
    static @Nullable FormPrint of(HttpServletRequest request) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) return null;
        if (request.getAttribute(KEPT) instanceof FormPrint known) return known;
        if (request.getParameter("_csrf") == null) return null;
        FormPrint print = new FormPrint(hash(request));
        request.setAttribute(KEPT, print);
        return print;
    }

    private static byte[] hash(HttpServletRequest request) {
        MessageDigest sum = Sha256.begun();
        add(sum, request.getRequestURI());
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            add(sum, name);
            sum.update(ByteBuffer.allocate(4).putInt(0, values.length));
            for (String value : values) add(sum, value);
        });
        return sum.digest();
    }

    private static void add(MessageDigest sum, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sum.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
        sum.update(bytes);
    }
}
