package mainline.changes;

import java.time.Duration;
import java.util.List;
import mainline.community.Here;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.PictureFile;
import mainline.kernel.Missing;
import org.eclipse.jgit.lib.ObjectId;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pictures of a version of a change, before it is merged and afterwards. */
@Controller
@RequestMapping("/{community}/changes/{number:\\d{1,18}}/versions/{version:\\d{1,9}}")
class PicturePages {
    private final Changes changes;
    private final GitRepositories repositories;

    PicturePages(Changes changes, GitRepositories repositories) {
        this.changes = changes;
        this.repositories = repositories;
    }

    /** @param side {@code after}, or {@code before}: as the handbook had it where the version began */
    @GetMapping("/picture")
    ResponseEntity<byte[]> picture(
            Here here,
            @PathVariable long number,
            @PathVariable int version,
            @RequestParam String path,
            @RequestParam(defaultValue = "after") String side) {
        Change change = changes.find(here.id(), number).orElseThrow(() -> new Missing("change " + number));
        List<Version> all = changes.versions(change);
        if (version < 1 || version > all.size() || !PictureFile.is(path)) throw new Missing(path);
        Version shown = all.get(version - 1);
        ObjectId commit = side.equals("before") ? shown.base() : shown.head();
        try (GitRepository git = repositories.open(here.id())) {
            var file = git.file(commit, path).orElseThrow(() -> new Missing(path));
            if (file.getSize() > PictureFile.BIGGEST) throw new Missing(path);
            CacheControl kept = CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate();
            return PictureFile.answer(path, GitRepository.bytes(file, PictureFile.BIGGEST), kept);
        }
    }
}
