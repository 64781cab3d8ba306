package mainline.ideas;

import java.util.List;
import java.util.Map;
import mainline.community.ByToken;
import mainline.community.Viewer;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.people.AccessToken;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ideas as programs read them: the model for the same face of other modules. */
@RestController
@ByToken(AccessToken.Scope.READ)
@RequestMapping("/api/v1/{community}/ideas")
class IdeaApi {
    private static final int MOST = 100;

    private final Ideas ideas;
    private final IdeaList list;
    private final People people;
    private final Settings settings;

    IdeaApi(Ideas ideas, IdeaList list, People people, Settings settings) {
        this.ideas = ideas;
        this.list = list;
        this.people = people;
        this.settings = settings;
    }

    /** @param next the address of the next page; null on the last */
    record Index(List<IdeaJson> items, @Nullable String next) {}

    @GetMapping
    ResponseEntity<Index> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer clause,
            @RequestParam(defaultValue = "") Cursor from,
            @RequestParam(defaultValue = "30") int size) {
        int most = Math.clamp(size, 1, MOST);
        Paged<IdeaList.Item> page = list.of(viewer, clause, from, most);
        Map<PersonId, Person> authors = people.all(
                page.items().stream().map(item -> item.idea().author()).toList());
        List<IdeaJson> items = page.items().stream()
                .map(item -> json(viewer, item.idea(), authors.get(item.idea().author())))
                .toList();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (page.next() == null) return answer.body(new Index(items, null));
        String next = settings.address("/api/v1" + viewer.community().path("ideas") + "?from=" + page.next() + "&size="
                + most + (clause == null ? "" : "&clause=" + clause));
        return answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"").body(new Index(items, next));
    }

    /** The tag changes with the version and with where the idea stands. */
    @GetMapping("/{number:\\d{1,18}}")
    ResponseEntity<IdeaJson> one(Viewer viewer, @PathVariable long number) {
        Idea idea = ideas.get(viewer, new Subject(viewer.community().id(), Subject.Kind.IDEA, number));
        IdeaJson json = json(viewer, idea, people.find(idea.author()).orElse(null));
        return ResponseEntity.ok()
                .eTag(json.version() + "-" + json.standing().is())
                .body(json);
    }

    private IdeaJson json(Viewer viewer, Idea idea, @Nullable Person author) {
        String page = settings.address(viewer.community().path(idea.path()));
        return IdeaJson.of(idea, author == null ? null : author.handle(), page);
    }
}
