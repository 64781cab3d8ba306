package mainline.ideas;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mainline.community.Member;
import mainline.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts of ideas: kept while somebody writes, on whatever device they go on with. */
@Component
class Drafts {
    static final int MOST = 20;
    private static final Set<String> NOT_KEPT = Set.of("_csrf", "_method", "draft");

    private final DraftStore store;
    private final Clock clock;

    Drafts(DraftStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    List<IdeaDraft> of(Member member) {
        return store.of(member);
    }

    Optional<IdeaDraft> find(Member member, long id) {
        return store.find(member, id);
    }

    /**
     * @param id the draft to go on with, or 0 for a new one
     * @return its id
     */
    @Transactional
    public long keep(Member member, long id, Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.keySet().removeAll(NOT_KEPT);
        fields.values().removeIf(String::isBlank);
        int size = fields.values().stream().mapToInt(String::length).sum();
        new Refused.Check()
                .that(size <= 100_000, "text", "form.too-long", 50_000, size)
                .that(
                        fields.values().stream().noneMatch(value -> value.indexOf('\0') >= 0),
                        "text",
                        "form.odd-character")
                .orRefuse();
        if (id > 0 && store.keep(member, id, fields, clock.instant())) return id;
        if (store.of(member).size() >= MOST) throw Refused.because("", "idea.draft.many", MOST);
        return store.add(member, fields, clock.instant());
    }

    @Transactional
    public void drop(Member member, long id) {
        store.drop(member, id);
    }
}
