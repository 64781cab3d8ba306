package mainline.changes;

import java.util.Optional;
import mainline.git.Book;
import mainline.handbook.PagePaths;
import mainline.kernel.Refused;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/** A proposed text brought up to the handbook's present commit, which it then stands on. */
record Settled(ObjectId base, String text) {

    static Settled of(Book book, Proposal proposal) {
        String path = proposal.path();
        ObjectId head = book.head();
        Optional<String> now = book.text(head, path);
        if (now.isEmpty() && PagePaths.clashes(path, book.paths(head)))
            throw Refused.because("path", "handbook.path.taken");
        String text = proposal.text();
        if (!proposal.base().isEmpty() && !proposal.base().equals(head.name())) {
            RevCommit base = book.commit(proposal.base()).orElseThrow(() -> Refused.because("", "change.base.unknown"));
            text = Book.merge(book.text(base, path).orElse(""), now.orElse(""), text)
                    .orElseThrow(() -> Refused.because("text", "change.conflict"));
        }
        if (text.equals(now.orElse(null))) throw Refused.because("text", "change.nothing");
        return new Settled(head, text);
    }
}
