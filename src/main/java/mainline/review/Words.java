package mainline.review;

import java.time.Clock;
import java.util.List;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Reviewed;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Words of a change that look like slips: what they are nearly, and that their author means them. */
@Component
class Words {
    private final Changes changes;
    private final WordStore words;
    private final Spelling spelling;
    private final GitRepositories repositories;
    private final PublicRecord record;
    private final Clock clock;

    Words(
            Changes changes,
            WordStore words,
            Spelling spelling,
            GitRepositories repositories,
            PublicRecord record,
            Clock clock) {
        this.changes = changes;
        this.words = words;
        this.spelling = spelling;
        this.repositories = repositories;
        this.record = record;
        this.clock = clock;
    }

    /** The first few of an open change. */
    List<Spelling.Odd> odd(Change change) {
        if (!change.isOpen()) return List.of();
        try (GitRepository git = repositories.open(change.subject().community())) {
            return spelling.of(Reviewed.of(change, changes.versions(change).getLast(), git));
        }
    }

    /** An author says that a word stands as it should. */
    @Transactional
    public void mean(Member member, Subject subject, String word) {
        Change change = changes.hold(subject);
        new Refused.Check()
                .that(change.isOpen(), "", "change.closed")
                .that(change.hasAuthor(member.person()), "", "change.not-yours")
                .orRefuse();
        if (odd(change).stream().noneMatch(odd -> odd.word().equals(word))) return;
        if (words.mean(subject, word, member.person(), clock.instant()))
            record.add(Act.by(member.person(), ReviewVerb.WORD_MEANT, subject, change.title(), word));
    }
}
