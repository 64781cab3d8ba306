package mainline.handbook;

import static mainline.git.SmartHttp.UPLOAD;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import mainline.community.ByToken;
import mainline.community.Here;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.git.SmartHttp;
import mainline.kernel.Burden;
import mainline.kernel.Takes;
import mainline.people.AccessToken;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.storage.pack.PackConfig;
import org.eclipse.jgit.transport.AdvertiseRefsHook;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.ServiceMayNotContinueException;
import org.eclipse.jgit.transport.UploadPack;
import org.eclipse.jgit.transport.UploadPackInternalServerErrorException;
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

/** Git over HTTP, by any git client: clone and fetch with protocols 0 to 2. */
@Controller
@ByToken(AccessToken.Scope.READ)
@RequestMapping("/{community}/handbook.git")
class GitPages {
    private static final Logger LOG = LoggerFactory.getLogger(GitPages.class);
    /** As it is sent, packed or not. */
    private static final long LONGEST_SENT = SmartHttp.LONGEST_QUESTION;

    private final GitRepositories repositories;

    GitPages(GitRepositories repositories) {
        this.repositories = repositories;
    }

    @Burden(Burden.Kind.FETCHING)
    @GetMapping("/info/refs")
    void refs(
            Here here,
            @RequestParam(defaultValue = "") String service,
            @RequestHeader(value = "Git-Protocol", required = false) @Nullable String protocol,
            HttpServletResponse response)
            throws IOException {
        if (!service.equals(UPLOAD)) {
            response.sendError(403, "Please use a git client that knows smart HTTP.");
            return;
        }
        begin(response, "advertisement");
        try (GitRepository git = repositories.open(here.id());
                UploadPack upload = upload(git, protocol)) {
            OutputStream out = response.getOutputStream();
            upload.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(new PacketLineOut(out)), UPLOAD);
        }
    }

    @Takes(type = "", ofStrangers = LONGEST_SENT)
    @Burden(Burden.Kind.FETCHING)
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
        try (GitRepository git = repositories.open(here.id());
                UploadPack upload = upload(git, protocol);
                InputStream question = SmartHttp.question(git, request)) {
            upload.upload(question, response.getOutputStream(), null);
        } catch (ServiceMayNotContinueException
                | UploadPackInternalServerErrorException
                | ZipException
                | SmartHttp.Odd
                | SmartHttp.TooLong ended) {
            LOG.debug("a fetch ended early", ended);
            if (!response.isCommitted()) response.sendError(ended instanceof SmartHttp.TooLong ? 413 : 400);
        }
    }

    private static void begin(HttpServletResponse response, String what) {
        response.setContentType("application/x-" + UPLOAD + "-" + what);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, max-age=0, must-revalidate");
    }

    private static UploadPack upload(GitRepository git, @Nullable String protocol) {
        UploadPack upload = new UploadPack(git.repository());
        upload.setBiDirectionalPipe(false);
        upload.setTimeout(60);
        upload.setAdvertiseRefsHook(new WithoutChanges());
        PackConfig packing = new PackConfig(git.repository());
        packing.setThreads(1);
        upload.setPackConfig(packing);
        if (protocol != null) upload.setExtraParameters(List.of(protocol.split(":", -1)));
        return upload;
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
