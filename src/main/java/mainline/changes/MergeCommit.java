package mainline.changes;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import mainline.git.GitRepository;
import mainline.handbook.Areas;
import mainline.handbook.Signatures;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.people.People;
import mainline.people.Person;
import org.eclipse.jgit.lib.ObjectId;
import org.springframework.stereotype.Component;

/** The commit by which a change becomes part of the handbook: by its author, with what tells who wrote and approved it. */
@Component
class MergeCommit {
    private final VersionStore versions;
    private final Areas areas;
    private final Signatures signatures;
    private final Credits credits;
    private final People people;
    private final Clock clock;

    MergeCommit(
            VersionStore versions, Areas areas, Signatures signatures, Credits credits, People people, Clock clock) {
        this.versions = versions;
        this.areas = areas;
        this.signatures = signatures;
        this.credits = credits;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Written to the repository; the handbook does not stand on it yet.
     *
     * @throws Refused for the whole when it contradicts the handbook as it is now
     */
    ObjectId of(GitRepository git, ObjectId onto, Change change, PersonId by, List<PersonId> approved) {
        CommunityId community = change.subject().community();
        PersonId author = Objects.requireNonNull(change.author());
        Version version = versions.of(change.subject()).getLast();
        var signed = new GitRepository.Signed(
                signatures.of(community, author, version.at()),
                signatures.of(community, by, clock.instant()),
                message(git, change, version.head(), approved));
        ObjectId after = git.merges()
                .merge(version.base(), onto, version.head(), signed)
                .orElseThrow(() -> Refused.because("", "change.conflict"));
        stewardsFileCounts(git, change, after);
        return after;
    }

    private String message(GitRepository git, Change change, ObjectId head, List<PersonId> approved) {
        String approvals = approved.stream()
                .map(people::get)
                .map(Person::name)
                .map(name -> "Approved-by: " + name.replaceAll("\\p{Cc}", "") + "\n")
                .collect(Collectors.joining());
        return change.title() + "\n\n" + change.why() + "\n\nChange: " + signatures.address(change.subject()) + "\n"
                + credits.lines(change)
                + credits.elsewhere(change.subject().community(), git, head)
                + approvals;
    }

    /** Two good files brought together need not be one. */
    private void stewardsFileCounts(GitRepository git, Change change, ObjectId after) {
        if (!change.paths().contains(Areas.FILE)) return;
        areas.breaks(change.subject().community(), git, after).ifPresent(broken -> {
            throw Refused.because("", "change.not-yet", Merging.told(broken));
        });
    }
}
