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
import mainline.community.ByToken;
import mainline.community.Here;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.git.SmartHttp;
import mainline.kernel.Burden;
import mainline.kernel.Takes;
import mainline.people.AccessToken;
import mainline.people.TokenNeeded;
import mainline.platform.Budget;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pushes over HTTP, by any git client; they become changes. */
@Controller
@ByToken(AccessToken.Scope.PUSH)
@RequestMapping("/{community}/handbook.git")
class PushPages {
    private static final long LONGEST_PUSH = 100L * 1024 * 1024;

    private final GitRepositories repositories;
    private final Pushes pushes;
    private final Budget budget;

    PushPages(GitRepositories repositories, Pushes pushes, Budget budget) {
        this.repositories = repositories;
        this.pushes = pushes;
        this.budget = budget;
    }

    @Burden(Burden.Kind.FETCHING)
    @GetMapping(path = "/info/refs", params = "service=" + RECEIVE)
    void advertise(Here here, HttpServletResponse response) throws IOException {
        if (pusher(here, response) == null) return;
        response.setContentType("application/x-git-receive-pack-advertisement");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store");
        try (GitRepository git = repositories.open(here.id())) {
            pushes.advertise(git, response.getOutputStream());
        }
    }

    /** The member whose access token this is. Null after the answer was given. */
    private static @Nullable Member pusher(Here here, HttpServletResponse response) throws IOException {
        if (here.person() == null) throw new TokenNeeded();
        if (here.isMember()) return here.member();
        response.setStatus(403);
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().println(here.say("handbook.git.join-first"));
        return null;
    }

    @Takes(type = "", most = LONGEST_PUSH, ofStrangers = LONGEST_PUSH, toFile = true)
    @Burden(Burden.Kind.RECEIVING)
    @PostMapping("/" + RECEIVE)
    void push(Here here, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Member member = pusher(here, response);
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
            try (Budget.Place place = budget.place(Burden.Kind.PUSHING);
                    InputStream in = new BufferedInputStream(Files.newInputStream(sent))) {
                pushes.receive(member, in, answer);
            }
            response.setContentType("application/x-" + RECEIVE + "-result");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store");
            answer.writeTo(response.getOutputStream());
        } finally {
            Files.deleteIfExists(sent);
        }
    }
}
