package mainline.ideas;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.Map;
import mainline.community.ByToken;
import mainline.community.IdempotencyKey;
import mainline.community.IfMatch;
import mainline.community.Member;
import mainline.community.Viewer;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.AccessToken;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ideas as programs read and write them: the model for the same face of other modules. */
@RestController
@ByToken(AccessToken.Scope.READ)
@RequestMapping("/api/v1/{community}/ideas")
class IdeaApi {
    private static final String ONE = "/{number:\\d{1,18}}";
    private static final int MOST = 100;

    private final Ideas ideas;
    private final IdeaList list;
    private final List<IdeaComposing> composing;
    private final People people;
    private final Settings settings;

    IdeaApi(Ideas ideas, IdeaList list, List<IdeaComposing> composing, People people, Settings settings) {
        this.ideas = ideas;
        this.list = list;
        this.composing = composing;
        this.people = people;
        this.settings = settings;
    }

    /** @param next the address of the next page; null on the last */
    record Index(List<IdeaJson> items, @Nullable String next) {}

    @Operation(summary = "List the ideas of a community, in the order of its page")
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

    @Operation(summary = "Read an idea with where it stands")
    @GetMapping(ONE)
    ResponseEntity<IdeaJson> one(Viewer viewer, @PathVariable long number) {
        return tagged(ResponseEntity.ok(), viewer, ideas.get(viewer, subject(viewer, number)));
    }

    @Operation(summary = "Publish an idea")
    @ByToken(AccessToken.Scope.WRITE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<IdeaJson> publish(Viewer viewer, IdempotencyKey key, @RequestBody NewIdeaJson sent) {
        Member author = viewer.member();
        return key.once(author, sent, IdeaJson.class, () -> {
            Refused.Check found = new Refused.Check();
            Idea idea = ideas.publish(author, sent.wording(), sent.parts(composing, found), found);
            String address = settings.address(
                    "/api/v1" + viewer.community().path(idea.subject().path()));
            return tagged(ResponseEntity.created(URI.create(address)), viewer, idea);
        });
    }

    /** Whoever comes in between makes the version old that this one has seen. */
    @Operation(summary = "Publish a new version of an idea of one's own")
    @ByToken(AccessToken.Scope.WRITE)
    @PutMapping(ONE)
    ResponseEntity<IdeaJson> edit(
            Viewer viewer, @PathVariable long number, IfMatch seen, @RequestBody WordingJson sent) {
        Member author = viewer.member();
        Subject subject = subject(viewer, number);
        Idea before = ideas.get(viewer, subject);
        seen.check(tag(before));
        try {
            Idea idea = ideas.edit(author, subject, before.version(), sent.wording());
            return tagged(ResponseEntity.ok(), viewer, idea);
        } catch (Refused refused) {
            seen.check(tag(ideas.get(viewer, subject)));
            throw refused;
        }
    }

    private static Subject subject(Viewer viewer, long number) {
        return new Subject(viewer.community().id(), Subject.Kind.IDEA, number);
    }

    private ResponseEntity<IdeaJson> tagged(ResponseEntity.BodyBuilder answer, Viewer viewer, Idea idea) {
        return answer.eTag(tag(idea))
                .body(json(viewer, idea, people.find(idea.author()).orElse(null)));
    }

    /** It changes with the version and with where the idea stands. */
    private static String tag(Idea idea) {
        return idea.version() + "-" + IdeaJson.StateJson.of(idea.state()).is();
    }

    private IdeaJson json(Viewer viewer, Idea idea, @Nullable Person author) {
        String page = settings.address(viewer.community().path(idea.path()));
        return IdeaJson.of(idea, author == null ? null : author.handle(), page);
    }
}
