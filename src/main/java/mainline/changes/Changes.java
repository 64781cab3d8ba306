package mainline.changes;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mainline.community.Listing;
import mainline.community.Member;
import mainline.handbook.Areas;
import mainline.handbook.HandbookImport;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import org.eclipse.jgit.lib.ObjectId;
import org.springframework.stereotype.Component;

/**
 * Proposed edits to the handbook, as they are found and read. {@link Proposals} and {@link ProposedCommits} write them, {@link
 * Merging} makes them part of it.
 */
@Component
public class Changes implements HandbookImport.Work {
    private static final int MOST_WAITING = 50;
    private static final int MOST_KNOWN = 2_000;

    private final ChangeStore store;
    private final VersionStore versions;
    private final OutcomeStore outcomes;
    private final Areas areas;
    /** Those that are proposed: nobody is told of what becomes of others. */
    private final Kept<Subject, Change> known;

    Changes(ChangeStore store, VersionStore versions, OutcomeStore outcomes, Areas areas, Memory memory) {
        this.store = store;
        this.versions = versions;
        this.outcomes = outcomes;
        this.areas = areas;
        this.known = memory.ofThings(MOST_KNOWN);
    }

    @Override
    public boolean isUnderWay(CommunityId community) {
        return store.any(community);
    }

    public Optional<Change> find(CommunityId community, long number) {
        Subject change = new Subject(community, Subject.Kind.CHANGE, number);
        return known.find(change, () -> store.find(community, number), found -> !found.isDraft());
    }

    /** @throws Missing when there is none */
    public Change get(Subject change) {
        return find(change.community(), change.number()).orElseThrow(() -> new Missing("change " + change.number()));
    }

    /** The same, held until the transaction ends, so that nobody else edits, approves or merges it meanwhile. */
    public Change hold(Subject change) {
        store.lock(change);
        return get(change);
    }

    /** Newest first, before that number (0 for the newest). */
    public Paged<Change> open(CommunityId community, long before, int size) {
        return Paged.of(
                store.list(community, "OPEN", Instant.EPOCH, before <= 0 ? Long.MAX_VALUE : before, size + 1),
                size,
                change -> change.subject().number());
    }

    /** @param state {@code DRAFT}, {@code OPEN}, {@code MERGED} or {@code WITHDRAWN} */
    Listing<Change> in(CommunityId community, String state) {
        return new ChangeListing(store, community, state);
    }

    /** Drafts waiting for somebody to take them up, newest first. */
    public List<Change> drafts(CommunityId community, int most) {
        return store.list(community, "DRAFT", Instant.EPOCH, Long.MAX_VALUE, most);
    }

    /** Those that are there, by their numbers. */
    public Map<Long, Change> all(CommunityId community, Collection<Long> numbers) {
        return store.all(community, numbers);
    }

    /** Open changes by others in this member's areas that they have not approved; the oldest first, at most fifty. */
    public List<Change> waitingFor(Member steward) {
        List<String> patterns = areas.of(steward.community()).patternsOf(steward.person());
        if (patterns.isEmpty()) return List.of();
        return store.waitingFor(steward.community(), steward.person(), patterns, MOST_WAITING);
    }

    /** The open changes and drafts that touch this page, newest first, at most fifty. */
    public List<Change> touching(CommunityId community, String path) {
        return store.touching(community, path, MOST_WAITING);
    }

    /** Open changes that cite the clause from a version of the mission before that one. */
    Paged<Change> citing(CommunityId community, int clause, int mission, long after, int size) {
        return Paged.of(
                store.citing(community, clause, mission, after, size + 1),
                size,
                change -> change.subject().number());
    }

    /** When each clause was last named by a change. */
    Map<Integer, Instant> latest(CommunityId community) {
        return store.latest(community);
    }

    /** Oldest first; none of a draft. */
    public List<Version> versions(Change change) {
        return versions.of(change.subject());
    }

    /** Whose suggested wordings it took: credited, and no authors of it. */
    public Set<PersonId> suggesters(Change change) {
        return versions.suggesters(change.subject());
    }

    /** Whose suggested wordings are all that is new in the newest version; nobody when it has other new words. */
    public Set<PersonId> newestSuggesters(Change change) {
        return versions.newestSuggesters(change.subject());
    }

    /** Since when it has said what it says now; wordings that others suggested since do not count. */
    public Instant saidSince(Change change) {
        return versions.saidSince(change.subject());
    }

    public Optional<DraftText> draftText(Change change) {
        return versions.draft(change.subject());
    }

    /** The commit by which a change became part of the handbook. */
    public Optional<ObjectId> commitOf(Change change) {
        return outcomes.mergedAs(change.subject());
    }
}
