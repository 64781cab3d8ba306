package mainline.handbook;

import java.time.Duration;
import mainline.community.Here;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.kernel.Missing;
import org.eclipse.jgit.lib.ObjectId;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The pictures of a handbook, as they are answered. */
@Component
class PictureAnswers {
    private final GitRepositories repositories;

    PictureAnswers(GitRepositories repositories) {
        this.repositories = repositories;
    }

    ResponseEntity<byte[]> now(Here here, String path) {
        try (GitRepository git = repositories.open(here.id())) {
            return answer(git, git.head(), path);
        }
    }

    ResponseEntity<byte[]> at(Here here, String path, ObjectId commit) {
        try (GitRepository git = repositories.open(here.id())) {
            return answer(git, commit, path);
        }
    }

    private static ResponseEntity<byte[]> answer(GitRepository git, ObjectId at, String path) {
        var file = PagePaths.forms(path).stream()
                .flatMap(form -> git.file(at, form).stream())
                .findFirst()
                .orElseThrow(() -> new Missing(path));
        if (file.getSize() > PictureFile.BIGGEST) throw new Missing(path);
        CacheControl kept = CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();
        return PictureFile.answer(path, GitRepository.bytes(file, PictureFile.BIGGEST), kept);
    }
}
