package mainline.community;

import java.util.List;
import org.springframework.http.ETag;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Which version of a thing a program has in front of it when it changes it. Controllers take it as a parameter. */
public record IfMatch(List<ETag> tags) {

    /**
     * Lets nobody change what they have not seen. A proxy that compresses answers makes tags weak; ours tell one version from
     * another also then.
     *
     * @throws ResponseStatusException 412 when the thing is at another version by now
     */
    public void check(String tag) {
        boolean seen =
                tags.stream().anyMatch(each -> each.isWildcard() || each.tag().equals(tag));
        if (!seen) throw new ResponseStatusException(HttpStatus.PRECONDITION_FAILED);
    }
}
