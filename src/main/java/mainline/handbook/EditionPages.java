package mainline.handbook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainline.community.Here;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of editions, and one edition with its change log and its contents as they were. */
@Controller
@RequestMapping("/{community}/editions")
class EditionPages {
    private static final int SIZE = 20;
    private static final int ITEMS = 100;

    private final Editions editions;
    private final GitRepositories repositories;
    private final People people;
    private final Settings settings;

    EditionPages(Editions editions, GitRepositories repositories, People people, Settings settings) {
        this.editions = editions;
        this.repositories = repositories;
        this.people = people;
        this.settings = settings;
    }

    /**
     * @param pending what came in since the newest edition; null for those who may not name one
     * @param next the tag to go on after; null at the end
     */
    record Index(
            Here here,
            Form form,
            List<Edition> editions,
            Map<PersonId, Person> people,
            @Nullable ChangeLog pending,
            @Nullable String next) {}

    @GetMapping
    ModelAndView list(Here here, @RequestParam(defaultValue = "") String before) {
        return Page.show("handbook/editions", index(here, Form.empty(), before));
    }

    private Index index(Here here, Form form, String before) {
        Edition start = before.isEmpty()
                ? null
                : editions.find(here.id(), before).orElseThrow(() -> new Missing("edition " + before));
        List<Edition> found = editions.list(here.id(), start, SIZE + 1);
        List<Edition> shown = found.size() > SIZE ? found.subList(0, SIZE) : found;
        List<PersonId> by =
                shown.stream().map(Edition::by).filter(Objects::nonNull).toList();
        boolean steward =
                here.isMember() && editions.mayName(here.id(), here.member().person());
        ChangeLog pending = null;
        if (steward)
            try (GitRepository git = repositories.open(here.id())) {
                pending = editions.since(here.id(), git);
            }
        String next = found.size() > SIZE ? shown.getLast().query() : null;
        return new Index(here, form, shown, people.all(by), pending, next);
    }

    @PostMapping
    ModelAndView name(
            Here here, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String words) {
        try {
            Edition edition = editions.name(here.member(), name, words);
            return Page.go(here.path(edition.address()), "edition.named");
        } catch (Refused refused) {
            Form form = Form.refused(Map.of("name", name, "words", words), refused);
            return Page.refuse("handbook/editions", index(here, form, ""));
        }
    }

    /** @param title of a page as it was; the name of a folder */
    record Item(String path, String title, boolean folder) {}

    /**
     * @param by who named it, if that is known
     * @param folder whose contents are shown
     * @param next the name to go on after; null at the end
     */
    record Show(
            Here here,
            Edition edition,
            @Nullable Person by,
            ChangeLog log,
            String folder,
            List<Item> items,
            @Nullable String next,
            String cloneAddress) {
        String address() {
            return here.path(edition.address());
        }

        String within(String folder) {
            return address() + "?in=" + URLEncoder.encode(folder, StandardCharsets.UTF_8);
        }
    }

    @GetMapping("/{*tag}")
    ModelAndView show(
            Here here,
            @PathVariable String tag,
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = "") String after) {
        Edition edition = editions.find(here.id(), tag.substring(1)).orElseThrow(() -> new Missing("edition " + tag));
        try (GitRepository git = repositories.open(here.id())) {
            List<GitRepository.Item> found = git.folder(edition.commit(), in, after, ITEMS + 1);
            if (found.isEmpty() && !in.isEmpty()) throw new Missing("folder " + in);
            List<Item> items = found.stream()
                    .limit(ITEMS)
                    .filter(item -> item.folder() || item.name().endsWith(".md"))
                    .map(item -> item(git, edition, in, item))
                    .toList();
            String next = found.size() > ITEMS ? found.get(ITEMS - 1).name() : null;
            PersonId by = edition.by();
            return Page.show(
                    "handbook/edition",
                    new Show(
                            here,
                            edition,
                            by == null ? null : people.find(by).orElse(null),
                            editions.log(git, edition),
                            in,
                            items,
                            next == null ? null : URLEncoder.encode(next, StandardCharsets.UTF_8),
                            settings.address(here.path("handbook.git"))));
        }
    }

    private static Item item(GitRepository git, Edition edition, String folder, GitRepository.Item item) {
        String path = folder.isEmpty() ? item.name() : folder + "/" + item.name();
        if (item.folder()) return new Item(path, item.name(), true);
        String text = git.text(edition.commit(), path).orElse("");
        return new Item(path, PageText.title(path, text), false);
    }
}
