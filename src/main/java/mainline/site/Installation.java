package mainline.site;

import java.nio.file.Path;
import mainline.platform.Disk;
import mainline.platform.Errands;
import mainline.platform.Post;
import mainline.platform.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** What this installation runs on, for those who run it. */
@Component
class Installation {
    private final Settings settings;
    private final Post post;
    private final Errands errands;
    private final InstallationStore store;
    private final Disk disk;
    private final ObjectProvider<BuildProperties> build;

    Installation(
            Settings settings,
            Post post,
            Errands errands,
            InstallationStore store,
            Disk disk,
            ObjectProvider<BuildProperties> build) {
        this.settings = settings;
        this.post = post;
        this.errands = errands;
        this.store = store;
        this.disk = disk;
        this.build = build;
    }

    Post.Mode mail() {
        return post.mode();
    }

    long mailsWaiting() {
        return post.waiting();
    }

    /** Mails that were tried in vain and will be tried again. */
    long mailsFailing() {
        return post.failing();
    }

    /** Addresses that are not written to any more. */
    long addressesRefused() {
        return post.refusing();
    }

    long errandsWaiting() {
        return errands.waiting();
    }

    /** Late work that was tried in vain, given up or not. */
    long errandsFailing() {
        return errands.failing();
    }

    boolean ownDatabase() {
        String url = settings.database().url();
        return url == null || url.isBlank();
    }

    String databaseVersion() {
        return store.databaseVersion();
    }

    Path data() {
        return settings.data().toAbsolutePath().normalize();
    }

    boolean diskFull() {
        return disk.isFull();
    }

    long diskFreeMegabytes() {
        return disk.freeMegabytes();
    }

    String address() {
        return settings.address("");
    }

    String version() {
        BuildProperties properties = build.getIfAvailable();
        return properties == null ? "" : String.valueOf(properties.getVersion());
    }

    String java() {
        return Runtime.version().toString();
    }
}
