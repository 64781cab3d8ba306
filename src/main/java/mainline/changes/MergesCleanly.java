package mainline.changes;

import mainline.git.Book;
import mainline.git.Books;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The change says something the handbook does not say yet, and contradicts nothing that was merged since. */
@Component
@Order(50)
class MergesCleanly implements MergeRule {
    private final ChangeStore store;
    private final Books books;

    MergesCleanly(ChangeStore store, Books books) {
        this.store = store;
        this.books = books;
    }

    @Override
    public Check of(Change change) {
        Version version = store.versions(change.subject()).getLast();
        try (Book book = books.open(change.subject().community())) {
            return switch (book.tryMerge(version.base(), book.head(), version.head())) {
                case CLEAN -> Check.satisfied("fit", "change.rule.clean");
                case CONFLICT -> Check.waiting("fit", "change.rule.conflict");
                case NOTHING -> Check.waiting("fit", "change.rule.nothing");
            };
        }
    }
}
