package mainline.stewardship;

import java.time.Clock;
import java.util.List;
import mainline.git.Book;
import mainline.git.Books;
import mainline.handbook.Area;
import mainline.handbook.PagePaths;
import mainline.handbook.Signatures;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import org.eclipse.jgit.revwalk.RevCommit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Commits signed by the person that came otherwise than as a change, as with an imported history. */
@Component
@Order(20)
class DeedsInGit implements AreaDeeds {
    private static final int LOOKED_AT = 1000;
    private static final String CHANGE = "\nChange: ";

    private final Books books;
    private final Signatures signatures;
    private final Clock clock;

    DeedsInGit(Books books, Signatures signatures, Clock clock) {
        this.books = books;
        this.signatures = signatures;
        this.clock = clock;
    }

    @Override
    public List<Deed> of(CommunityId community, PersonId person, Area area, int most) {
        try (Book book = books.open(community)) {
            return signed(book, community, person).stream()
                    .flatMap(commit -> touched(book, commit, area).limit(1).map(path -> deed(commit, path)))
                    .limit(most)
                    .toList();
        }
    }

    private static Deed deed(RevCommit commit, String path) {
        String page = PagePaths.address(path);
        return new Deed(
                Reason.of("deed.COMMIT"),
                commit.getShortMessage(),
                path.endsWith(".md") ? page + "?diff=" + commit.name() : page,
                commit.getAuthorIdent().getWhenAsInstant());
    }

    @Override
    public List<Reason> summary(CommunityId community, PersonId person, Area area) {
        try (Book book = books.open(community)) {
            long count = signed(book, community, person).stream()
                    .filter(commit -> touched(book, commit, area).findAny().isPresent())
                    .count();
            return count == 0 ? List.of() : List.of(Reason.of("deed.count.COMMIT", count));
        }
    }

    private List<RevCommit> signed(Book book, CommunityId community, PersonId person) {
        String address = signatures.of(community, person, clock.instant()).getEmailAddress();
        return book.history().by(book.head(), address, LOOKED_AT).stream()
                .filter(commit -> !commit.getFullMessage().contains(CHANGE))
                .toList();
    }

    private static java.util.stream.Stream<String> touched(Book book, RevCommit commit, Area area) {
        List<String> paths =
                commit.getParentCount() == 0 ? book.paths(commit) : book.differences(commit.getParent(0), commit);
        return paths.stream().filter(area::holds);
    }
}
