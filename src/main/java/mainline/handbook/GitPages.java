package mainline.handbook;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import mainline.community.Communities;
import mainline.community.Here;
import mainline.community.Member;
import mainline.people.AccessToken;
import mainline.people.AccessTokens;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.storage.pack.PackConfig;
import org.eclipse.jgit.transport.AdvertiseRefsHook;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.ServiceMayNotContinueException;
import org.eclipse.jgit.transport.UploadPack;
import org.eclipse.jgit.transport.UploadPackInternalServerErrorException;
import org.eclipse.jgit.util.io.LimitedInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Git over HTTP, by any git client: clone and fetch with protocols 0 to 2, and pushes that become changes. */
@Controller
@RequestMapping("/{community}/handbook.git")
class GitPages {
    private static final Logger LOG = LoggerFactory.getLogger(GitPages.class);
    private static final String UPLOAD = "git-upload-pack";
    private static final String RECEIVE = "git-receive-pack";
    /** What a client asks for is lists of names; an honest one stays far below this. */
    private static final long LONGEST_QUESTION = 16L * 1024 * 1024;

    private static final long LONGEST_PUSH = 100L * 1024 * 1024;

    private final Books books;
    private final Pushes pushes;
    private final AccessTokens tokens;
    private final Communities communities;

    GitPages(Books books, Pushes pushes, AccessTokens tokens, Communities communities) {
        this.books = books;
        this.pushes = pushes;
        this.tokens = tokens;
        this.communities = communities;
    }

    @GetMapping("/info/refs")
    void refs(
            Here here,
            @RequestParam(defaultValue = "") String service,
            @RequestHeader(value = "Git-Protocol", required = false) @Nullable String protocol,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        switch (service) {
            case UPLOAD -> advertise(here, protocol, response);
            case RECEIVE -> advertisePush(here, request, response);
            default -> response.sendError(403, "Please use a git client that knows smart HTTP.");
        }
    }

    private void advertise(Here here, @Nullable String protocol, HttpServletResponse response) throws IOException {
        begin(response, "advertisement");
        try (Book book = books.open(here.id());
                UploadPack upload = upload(book, protocol)) {
            OutputStream out = response.getOutputStream();
            upload.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(new PacketLineOut(out)), UPLOAD);
        }
    }

    private void advertisePush(Here here, HttpServletRequest request, HttpServletResponse response) throws IOException {
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
            try (InputStream body = body(request, LONGEST_PUSH)) {
                Files.copy(body, sent, StandardCopyOption.REPLACE_EXISTING);
            } catch (ZipException | TooLong ended) {
                response.sendError(ended instanceof TooLong ? 413 : 400);
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

    @PostMapping("/" + UPLOAD)
    void upload(
            Here here,
            @RequestHeader(value = "Git-Protocol", required = false) @Nullable String protocol,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!("application/x-" + UPLOAD + "-request").equals(request.getContentType())) {
            response.sendError(415);
            return;
        }
        begin(response, "result");
        try (Book book = books.open(here.id());
                UploadPack upload = upload(book, protocol);
                InputStream question = body(request, LONGEST_QUESTION)) {
            upload.upload(question, response.getOutputStream(), null);
        } catch (ServiceMayNotContinueException
                | UploadPackInternalServerErrorException
                | ZipException
                | TooLong ended) {
            LOG.debug("a fetch ended early", ended);
            if (!response.isCommitted()) response.sendError(400);
        }
    }

    private static void begin(HttpServletResponse response, String what) {
        response.setContentType("application/x-" + UPLOAD + "-" + what);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, max-age=0, must-revalidate");
    }

    private static UploadPack upload(Book book, @Nullable String protocol) {
        UploadPack upload = new UploadPack(book.repository());
        upload.setBiDirectionalPipe(false);
        upload.setTimeout(60);
        upload.setAdvertiseRefsHook(new WithoutChanges());
        PackConfig packing = new PackConfig(book.repository());
        packing.setThreads(1);
        upload.setPackConfig(packing);
        if (protocol != null) upload.setExtraParameters(List.of(protocol.split(":", -1)));
        return upload;
    }

    private static InputStream body(HttpServletRequest request, long longest) throws IOException {
        InputStream body = request.getInputStream();
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        InputStream plain = "gzip".equals(encoding) || "x-gzip".equals(encoding) ? new GZIPInputStream(body) : body;
        return new LimitedInputStream(plain, longest) {
            @Override
            protected void limitExceeded() throws IOException {
                throw new TooLong();
            }
        };
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** A clone gets branches and tags; the versions of changes stay on their pages. */
    private static final class WithoutChanges implements AdvertiseRefsHook {
        @Override
        public void advertiseRefs(UploadPack upload) throws ServiceMayNotContinueException {
            try {
                var refs = upload.getRepository().getRefDatabase();
                Map<String, Ref> shown = new HashMap<>();
                Ref head = refs.exactRef(Constants.HEAD);
                if (head != null) shown.put(Constants.HEAD, head);
                for (Ref ref : refs.getRefsByPrefix(Constants.R_HEADS, Constants.R_TAGS)) shown.put(ref.getName(), ref);
                upload.setAdvertisedRefs(shown);
            } catch (IOException broken) {
                throw new ServiceMayNotContinueException(broken);
            }
        }

        @Override
        public void advertiseRefs(org.eclipse.jgit.transport.ReceivePack push) throws ServiceMayNotContinueException {
            throw new ServiceMayNotContinueException("read only");
        }
    }
}
