package mainline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A browser without scripts: keeps cookies, follows redirects, fills in and sends the forms of the page it is on. */
public final class Browser {
    private final String base;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", "text/html"));
    private final List<String> setCookies = new ArrayList<>();
    private String path = "/";
    private HttpResponse<String> answer;

    public Browser(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Sends this header with every request from now on. */
    public Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Browser get(String to) {
        return follow(send("GET", to, null));
    }

    /** The same without following a redirect. */
    public Browser ask(String to) {
        return send("GET", to, null);
    }

    /** Sends a form that stands on no page: without a token unless it is among the fields. */
    public Browser post(String to, Map<String, String> fields) {
        return send("POST", to, fields);
    }

    /** Sends JSON as a program does, by whichever method. */
    public Browser json(String method, String to, String json) {
        return sendAny(method, to, "application/json", HttpRequest.BodyPublishers.ofString(json));
    }

    /** Sends anything; nothing when the type is null. */
    public Browser sendAny(String method, String to, String type, HttpRequest.BodyPublisher body) {
        return send(method, to, type, body);
    }

    /** Sends the form of this action on the present page, with its hidden fields, and goes where it leads. */
    public Browser submit(String action, Map<String, String> fields) {
        return follow(submitOnly(action, fields));
    }

    public Browser submitOnly(String action, Map<String, String> fields) {
        Element form = page().select("form").stream()
                .filter(each -> each.attr("action").split("[?#]")[0].equals(action.split("[?#]")[0]))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No form for " + action + " on " + path + ":\n" + text()));
        Map<String, String> all = new LinkedHashMap<>();
        ((FormElement) form).formData().forEach(field -> all.put(field.key(), field.value()));
        all.putAll(fields);
        return send("POST", form.attr("action"), all);
    }

    /** Sends the form of this action with a file in it, as browsers send files. */
    public Browser upload(String action, Map<String, String> fields, String field, String name, byte[] file) {
        Element form = page().select("form[enctype=multipart/form-data]").first();
        if (form == null || !form.attr("action").equals(action)) throw new AssertionError("No form for " + action);
        Map<String, String> all = new LinkedHashMap<>();
        ((FormElement) form).formData().forEach(each -> all.put(each.key(), each.value()));
        all.putAll(fields);
        all.remove(field);
        String line = "----" + Long.toHexString(System.nanoTime());
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        all.forEach((key, value) -> body.writeBytes(
                ("--" + line + "\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        body.writeBytes(("--" + line + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + line + "--\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return follow(send(
                "POST",
                action,
                "multipart/form-data; boundary=" + line,
                HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private Browser follow(Browser self) {
        for (int hops = 0; hops < 10 && answer.statusCode() / 100 == 3; hops++) {
            URI to = URI.create(base + path).resolve(header("Location"));
            send("GET", to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()), null);
        }
        return self;
    }

    private Browser send(String method, String to, Map<String, String> fields) {
        return fields == null
                ? send(method, to, null, null)
                : send(
                        method,
                        to,
                        "application/x-www-form-urlencoded",
                        HttpRequest.BodyPublishers.ofString(encoded(fields)));
    }

    private Browser send(String method, String to, String type, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + to));
        headers.forEach(request::header);
        if (!cookies.isEmpty())
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        if (type != null) request.header("Content-Type", type).header("Referer", base + path);
        request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : body);
        try {
            answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        path = to;
        keepCookies();
        return this;
    }

    private void keepCookies() {
        for (String set : answer.headers().allValues("Set-Cookie")) {
            setCookies.add(set);
            String[] pair = set.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || set.contains("Max-Age=0")) cookies.remove(pair[0]);
            else cookies.put(pair[0], pair[1]);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public int status() {
        return answer.statusCode();
    }

    /** The header of the last answer, empty when it had none. */
    public String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** Every header of the last answer, the values of one name put together. */
    public Map<String, String> headers() {
        Map<String, String> all = new LinkedHashMap<>();
        answer.headers().map().forEach((name, values) -> all.put(name, String.join("; ", values)));
        return all;
    }

    /** Where the browser is now, with the query. */
    public String path() {
        return path;
    }

    public Document page() {
        return Jsoup.parse(answer.body(), base);
    }

    public String body() {
        return answer.body();
    }

    /** The visible words of the page. */
    public String text() {
        return page().text();
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /** Every cookie that was ever set, with its flags. */
    public List<String> setCookies() {
        return setCookies;
    }

    public Browser signIn(String mail, String password) {
        get("/sign-in").submit("/sign-in", Map.of("mail", mail, "password", password));
        if (status() != 200) throw new AssertionError("Signing in answered " + status() + ": " + text());
        return this;
    }
}
