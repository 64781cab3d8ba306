package mainline.git;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.util.io.LimitedInputStream;
import org.springframework.http.HttpHeaders;

/** What fetching and pushing over HTTP have in common. */
public final class SmartHttp {
    public static final String UPLOAD = "git-upload-pack";
    public static final String RECEIVE = "git-receive-pack";

    /** What a client asks for is lists of names; an honest one stays far below this. */
    public static final int LONGEST_QUESTION = 2 << 20;

    private SmartHttp() {}

    /** A client sent more than it may. */
    public static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** There is something in it that git never sends. */
    public static final class Odd extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * What a client asks for, in words that {@link org.eclipse.jgit.transport.UploadPack} knows.
     *
     * @throws TooLong when it asks for more than an honest one would
     * @throws java.util.zip.ZipException when it says to be packed and is not
     */
    public static InputStream question(GitRepository git, HttpServletRequest request) throws IOException {
        try (InputStream body = body(request, LONGEST_QUESTION + 1L)) {
            return Deepening.absolute(git.repository(), Question.read(body, LONGEST_QUESTION));
        }
    }

    /**
     * What the client sent, unpacked.
     *
     * @param longest how many bytes it may have; reading on ends with {@link TooLong}
     * @throws java.util.zip.ZipException when it says to be packed and is not
     */
    public static InputStream body(HttpServletRequest request, long longest) throws IOException {
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
}
