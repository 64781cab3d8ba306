package mainline.changes;

import static mainline.git.SmartHttp.RECEIVE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipException;
import mainline.community.Communities;
import mainline.community.Here;
import mainline.community.Member;
import mainline.git.Book;
import mainline.git.Books;
import mainline.git.SmartHttp;
import mainline.people.AccessToken;
import mainline.people.AccessTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pushes over HTTP, by any git client; they become changes. */
@Controller
@RequestMapping("/{community}/handbook.git")
class PushPages {
    private static final long LONGEST_PUSH = 100L * 1024 * 1024;

    private final Books books;
    private final Pushes pushes;
    private final AccessTokens tokens;
    private final Communities communities;

    PushPages(Books books, Pushes pushes, AccessTokens tokens, Communities communities) {
        this.books = books;
        this.pushes = pushes;
        this.tokens = tokens;
        this.communities = communities;
    }

    @GetMapping(path = "/info/refs", params = "service=" + RECEIVE)
    void advertise(Here here, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (pusher(here, request, response) == null) return;
        response.setContentType("application/x-git-receive-pack-advertisement");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        try (Book book = books.open(here.id())) {
            pushes.advertise(book, response.getOutputStream());
        }
    }

    /** The member whose access token this is; a cookie does not count. Null after the answer was given. */
    private @Nullable Member pusher(Here here, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var person = tokens.bearer(request, AccessToken.Scope.PUSH);
        if (person.isPresent() && communities.isMember(here.id(), person.get()))
            return new Member(here.id(), person.get());
        boolean known = person.isPresent();
        response.setStatus(known ? 403 : 401);
        if (!known) response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Mainline\", charset=\"UTF-8\"");
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().println(here.say(known ? "handbook.git.join-first" : "handbook.git.token"));
        return null;
    }

    @PostMapping("/" + RECEIVE)
    void push(Here here, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Member member = pusher(here, request, response);
        if (member == null) return;
        if (!("application/x-" + RECEIVE + "-request").equals(request.getContentType())) {
            response.sendError(415);
            return;
        }
        // A slow sender holds a file, not a connection to the database.
        Path sent = Files.createTempFile("mainline-push-", ".pack");
        try {
            try (InputStream body = SmartHttp.body(request, LONGEST_PUSH)) {
                Files.copy(body, sent, StandardCopyOption.REPLACE_EXISTING);
            } catch (ZipException | SmartHttp.TooLong ended) {
                response.sendError(ended instanceof SmartHttp.TooLong ? 413 : 400);
                return;
            }
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try (InputStream in = new BufferedInputStream(Files.newInputStream(sent))) {
                pushes.receive(member, in, answer);
            }
            response.setContentType("application/x-" + RECEIVE + "-result");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            answer.writeTo(response.getOutputStream());
        } finally {
            Files.deleteIfExists(sent);
        }
    }
}
