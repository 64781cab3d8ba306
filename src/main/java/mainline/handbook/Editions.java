package mainline.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Named states of the handbook with what changed since the one before. */
@Component
public class Editions {
    static final int LONGEST_NAME = 80;
    static final int LONGEST_WORDS = 300;
    private static final int LONGEST_TAG = 200;
    private static final int LONGEST_MESSAGE = 2000;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final EditionStore store;
    private final PageStore pages;
    private final ChangeLogs logs;
    private final Stewards stewards;
    private final Signatures signatures;
    private final GitRepositories repositories;
    private final PublicRecord record;
    private final Clock clock;

    Editions(
            EditionStore store,
            PageStore pages,
            ChangeLogs logs,
            Stewards stewards,
            Signatures signatures,
            GitRepositories repositories,
            PublicRecord record,
            Clock clock) {
        this.store = store;
        this.pages = pages;
        this.logs = logs;
        this.stewards = stewards;
        this.signatures = signatures;
        this.repositories = repositories;
        this.record = record;
        this.clock = clock;
    }

    public Optional<Edition> find(CommunityId community, String tag) {
        return store.find(community, tag);
    }

    /** Newest first, before that one (null for the newest). */
    List<Edition> list(CommunityId community, @Nullable Edition before, int most) {
        return before == null
                ? store.list(community, Instant.parse("9999-01-01T00:00:00Z"), "", most)
                : store.list(community, before.at(), before.tag(), most);
    }

    ChangeLog log(GitRepository git, Edition edition) {
        return logs.between(edition.community(), git, edition.since(), edition.commit());
    }

    /** What came in since the newest edition. */
    ChangeLog since(CommunityId community, GitRepository git) {
        ObjectId from = store.newest(community).map(Edition::commit).orElse(null);
        return logs.between(community, git, from, git.head().copy());
    }

    public boolean mayName(CommunityId community, PersonId person) {
        return stewards.oversees(community, person, "");
    }

    /**
     * A steward of the whole handbook names its present state. It becomes an annotated tag, whose message tells what changed.
     *
     * @throws Refused for the fields {@code name} and {@code words}, or for the whole when the member may not, or when nothing
     *     changed since the newest one
     */
    @Transactional
    public Edition name(Member by, String typedName, String typedWords) {
        String name = typedName.strip().replaceAll("\\s+", " ");
        String words = typedWords.strip();
        String tag = tag(name);
        new Refused.Check()
                .text(name, "name", LONGEST_NAME)
                .that(name.isEmpty() || !tag.isEmpty(), "name", "edition.name.odd")
                .optional(words, "words", LONGEST_WORDS)
                .orRefuse();
        pages.lock(by.community());
        if (!mayName(by.community(), by.person())) throw Refused.because("", "edition.steward-only");
        try (GitRepository git = repositories.open(by.community())) {
            Edition edition = next(by, tag, name, words, git.head().copy());
            putTag(git, edition, by.person());
            store.add(edition);
            Subject about = new Subject(by.community(), Subject.Kind.AREA, 0);
            record.add(new Act(HandbookVerb.EDITION_NAMED, by.person(), about, Map.of("title", name, "note", tag)));
            return edition;
        }
    }

    private Edition next(Member by, String tag, String name, String words, ObjectId head) {
        Optional<Edition> before = store.newest(by.community());
        new Refused.Check()
                .that(!store.clashes(by.community(), tag), "name", "edition.taken", name)
                .that(
                        before.isEmpty() || !before.get().commit().equals(head),
                        "",
                        "edition.nothing-new",
                        before.map(Edition::name).orElse(""))
                .orRefuse();
        return new Edition(
                by.community(),
                tag,
                name,
                words,
                head,
                before.map(Edition::commit).orElse(null),
                by.person(),
                "",
                clock.instant());
    }

    private void putTag(GitRepository git, Edition edition, PersonId by) {
        CommunityId community = edition.community();
        String message = EditionMessage.of(edition, log(git, edition));
        ObjectId tagged = git.tag(edition.commit(), edition.tag(), signatures.of(community, by, edition.at()), message);
        if (!repositories.tag(community, edition.tag(), tagged, edition.commit()))
            throw Refused.because("name", "edition.taken", edition.name());
    }

    /** The name as git and every file system people clone to can hold it; empty when nothing of it can. */
    static String tag(String name) {
        String tag = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}._+-]+", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("-{2,}", "-")
                .replaceAll("^[-.]+|[-.]+$", "")
                .replaceFirst("(?i)\\.lock$", "");
        boolean fine = Repository.isValidRefName(Constants.R_TAGS + tag)
                && PagePaths.isSafe(tag)
                && !tag.equalsIgnoreCase("HEAD");
        return fine ? tag : "";
    }

    /** The same for a repository that has taken the place of another one. */
    @Transactional(propagation = Propagation.MANDATORY)
    void followAnew(GitRepository git, CommunityId community) {
        store.removeAll(community);
        follow(git, community);
    }

    /** The tags of a repository that are not known here yet become editions, oldest first. */
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(GitRepository git, CommunityId community) {
        ObjectId since = store.newest(community).map(Edition::commit).orElse(null);
        for (Edition edition : unknown(git, community)) {
            store.add(new Edition(
                    community,
                    edition.tag(),
                    edition.name(),
                    edition.words(),
                    edition.commit(),
                    since,
                    null,
                    edition.author(),
                    edition.at()));
            since = edition.commit();
        }
    }

    private List<Edition> unknown(GitRepository git, CommunityId community) {
        List<Edition> found = new ArrayList<>();
        try (RevWalk walk = new RevWalk(git.repository())) {
            for (Ref ref : git.repository().getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
                String tag = ref.getName().substring(Constants.R_TAGS.length());
                if (tag.length() > LONGEST_TAG || store.find(community, tag).isPresent()) continue;
                RevObject object = walk.parseAny(ref.getObjectId());
                if (walk.peel(object) instanceof RevCommit commit) found.add(edition(community, tag, object, commit));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        found.sort(Comparator.comparing(Edition::at).thenComparing(Edition::tag));
        return found;
    }

    private static Edition edition(CommunityId community, String tag, RevObject object, RevCommit commit)
            throws IOException {
        PersonIdent by = object instanceof RevTag annotated ? annotated.getTaggerIdent() : commit.getCommitterIdent();
        String message = object instanceof RevTag annotated ? annotated.getFullMessage() : "";
        PersonIdent known = by == null ? commit.getCommitterIdent() : by;
        return new Edition(
                community,
                tag,
                tag,
                cut(message.replace("\0", "").strip()),
                commit.copy(),
                null,
                null,
                known.getName().replace("\0", ""),
                sensible(known.getWhenAsInstant()));
    }

    /** A clock that was wrong must not put an edition before or after everything for ever. */
    private static Instant sensible(Instant at) {
        return at.isBefore(Instant.EPOCH) || at.isAfter(LATEST) ? Instant.EPOCH : at;
    }

    private static String cut(String message) {
        if (message.length() <= LONGEST_MESSAGE) return message;
        int end = Character.isHighSurrogate(message.charAt(LONGEST_MESSAGE - 2))
                ? LONGEST_MESSAGE - 2
                : LONGEST_MESSAGE - 1;
        return message.substring(0, end) + "…";
    }
}
