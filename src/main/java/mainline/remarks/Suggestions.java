package mainline.remarks;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.community.Member;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Wordings that members suggest for lines of a change; its author takes them, and who suggested them is credited. */
@Component
public class Suggestions {
    private final Changes changes;
    private final Remarks remarks;
    private final RemarkStore store;
    private final SuggestedVersion versions;
    private final People people;
    private final RemarkNotices notices;
    private final PublicRecord record;

    Suggestions(
            Changes changes,
            Remarks remarks,
            RemarkStore store,
            SuggestedVersion versions,
            People people,
            RemarkNotices notices,
            PublicRecord record) {
        this.changes = changes;
        this.remarks = remarks;
        this.store = store;
        this.versions = versions;
        this.people = people;
        this.notices = notices;
        this.record = record;
    }

    /**
     * Makes a new version of the change with these suggestions in it, all of them or none.
     *
     * @param version the one in front of the author
     * @param numbers of remarks
     * @throws Refused for the whole: not theirs, moved on, or a wording is about lines that say something else now
     */
    @Transactional
    public Change take(Member member, Subject subject, int version, Collection<Long> numbers) {
        Change change = changes.hold(subject);
        new Refused.Check()
                .that(change.isOpen(), "", "change.closed")
                .that(change.isBy(member.person()), "", "change.not-yours")
                .that(change.version() == version, "", "change.moved-on")
                .that(!numbers.isEmpty(), "", "suggestion.none")
                .orRefuse();
        List<Remark> taken =
                numbers.stream().distinct().map(number -> open(change, number)).toList();
        Set<PersonId> by = new LinkedHashSet<>();
        taken.forEach(remark -> by.add(remark.by()));
        by.remove(member.person());
        Change next = versions.write(member, change, taken);
        resolve(member, taken, next);
        record.add(Act.by(
                member.person(),
                RemarkVerb.SUGGESTIONS_TAKEN,
                subject,
                change.title(),
                people.names(taken.stream().map(Remark::by).toList())));
        notices.taken(next, by);
        return next;
    }

    private void resolve(Member member, List<Remark> taken, Change next) {
        Instant now = next.at();
        for (Remark remark : taken) {
            store.take(remark.subject(), next.version(), member.person(), now);
            store.resolve(remark.subject(), new Remark.Resolution(member.person(), now));
        }
    }

    private Remark open(Change change, long number) {
        return remarks.find(change.subject().community(), number)
                .filter(remark -> remark.change().equals(change.subject()))
                .filter(remark -> remark.isOpen() && remark.suggestion() != null)
                .orElseThrow(() -> Refused.because("", "suggestion.over"));
    }
}
