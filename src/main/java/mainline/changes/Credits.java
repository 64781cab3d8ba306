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
import org.springframework.stereotype.Component;

/** Who wrote a change besides its author, and how its commits tell it. */
@Component
public class Credits {
    private static final int MOST_ELSEWHERE = 50;

    private final Signatures signatures;
    private final Clock clock;

    Credits(Signatures signatures, Clock clock) {
        this.signatures = signatures;
        this.clock = clock;
    }

    /** A line of git's own kind for each of the co-authors; empty without any. */
    public String lines(Change change) {
        return lines(change.subject().community(), change.coauthors());
    }

    public String lines(CommunityId community, Collection<PersonId> coauthors) {
        return new TreeSet<>(coauthors.stream()
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

    /** The members whom pushed commits name beside {@code author}, as far as their addresses are those of this place. */
    Set<PersonId> of(CommunityId community, Pushed pushed, PersonId author) {
        Set<PersonId> all = new LinkedHashSet<>();
        for (String address : pushed.signers())
            signatures.member(community, address).ifPresent(all::add);
        all.remove(Objects.requireNonNull(author));
        return all;
    }
}
