package mainline.changes;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mainline.git.GitRepository;
import mainline.handbook.Signatures;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who wrote a change besides its author, and how its commits tell it. */
@Component
public class Credits {
    private static final int MOST_ELSEWHERE = 50;

    private final VersionStore versions;
    private final Signatures signatures;
    private final Clock clock;

    Credits(VersionStore versions, Signatures signatures, Clock clock) {
        this.versions = versions;
        this.signatures = signatures;
        this.clock = clock;
    }

    /** A line of git's own kind for each of the co-authors and of those whose wordings it took; empty without any. */
    public String lines(Change change) {
        Set<PersonId> credited = new LinkedHashSet<>(change.coauthors());
        credited.addAll(versions.suggesters(change.subject()));
        return lines(change.subject().community(), credited);
    }

    public String lines(CommunityId community, Collection<PersonId> credited) {
        return new TreeSet<>(credited.stream()
                        .map(person -> signatures.of(community, person, clock.instant()))
                        .map(Credits::line)
                        .toList())
                .stream().collect(Collectors.joining());
    }

    /** The lines of a version's commit that credit people who are no members here, as they stand there. */
    String elsewhere(CommunityId community, GitRepository git, ObjectId head) {
        return git.read(head).getFooterLines("Co-authored-by").stream()
                .distinct()
                .limit(MOST_ELSEWHERE)
                .filter(line -> signatures
                        .member(community, line.replaceFirst("^.*<([^<>]*)>\\s*$", "$1"))
                        .isEmpty())
                .map(line -> "Co-authored-by: " + line.replaceAll("\\p{Cc}", "") + "\n")
                .collect(Collectors.joining());
    }

    private static String line(PersonIdent signed) {
        return "Co-authored-by: " + signed.getName() + " <" + signed.getEmailAddress() + ">\n";
    }

    /**
     * The members who wrote pushed commits beside {@code author}, or are named in them, as far as their addresses are those of
     * this place. Whose wordings the change took is named in its commits for that, and is no author by it.
     */
    Set<PersonId> of(CommunityId community, Pushed pushed, PersonId author, @Nullable Change onto) {
        Set<PersonId> all = members(community, pushed.named());
        if (onto != null) all.removeAll(versions.suggesters(onto.subject()));
        all.addAll(members(community, pushed.signers()));
        all.remove(Objects.requireNonNull(author));
        return all;
    }

    private Set<PersonId> members(CommunityId community, Collection<String> addresses) {
        Set<PersonId> all = new LinkedHashSet<>();
        for (String address : addresses) signatures.member(community, address).ifPresent(all::add);
        return all;
    }
}
