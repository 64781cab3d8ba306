package mainline.results;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.discussion.Discussions;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookPage;
import mainline.handbook.Stewards;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.projects.Project;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The practices of a community: pages that projects put into the handbook, or that a steward declared to be tried. */
@Component
public class Practices {
    private final PracticeStore store;
    private final TrialStore trials;
    private final Handbook handbook;
    private final Stewards stewards;
    private final Discussions discussions;
    private final PracticeLine line;
    private final Numbers numbers;
    private final PublicRecord record;
    private final Clock clock;

    Practices(
            PracticeStore store,
            TrialStore trials,
            Handbook handbook,
            Stewards stewards,
            Discussions discussions,
            PracticeLine line,
            Numbers numbers,
            PublicRecord record,
            Clock clock) {
        this.store = store;
        this.trials = trials;
        this.handbook = handbook;
        this.stewards = stewards;
        this.discussions = discussions;
        this.line = line;
        this.numbers = numbers;
        this.record = record;
        this.clock = clock;
    }

    public Optional<Practice> find(CommunityId community, long number) {
        return store.find(community, number);
    }

    /** @throws Missing when there is none */
    public Practice get(Subject practice) {
        return find(practice.community(), practice.number())
                .orElseThrow(() -> new Missing("practice " + practice.number()));
    }

    /** The practice that a page of the handbook is, if it is one. */
    public Optional<Practice> at(CommunityId community, String page) {
        return store.at(community, page);
    }

    /** The practices a project brought about, newest first, at most twenty. */
    public List<Practice> of(Subject project) {
        return store.of(project, 20);
    }

    /** Newest first, before the given number (0 for the newest). */
    public Paged<Practice> newest(CommunityId community, long before, int size) {
        long start = before <= 0 ? Long.MAX_VALUE : before;
        return Paged.of(
                store.newest(community, start, size + 1),
                size,
                each -> each.subject().number());
    }

    /** What the trials of these practices say, in one question to the database. */
    public Map<Long, Evidence> evidence(CommunityId community, Collection<Long> practices) {
        return practices.isEmpty() ? Map.of() : trials.evidence(community, practices);
    }

    public Evidence evidence(Practice practice) {
        Subject subject = practice.subject();
        return evidence(subject.community(), List.of(subject.number())).getOrDefault(subject.number(), Evidence.NONE);
    }

    /** Whether this person may declare the page a practice: its stewards may. */
    public boolean mayDeclare(Member member, String page) {
        return stewards.oversees(member.community(), member.person(), page);
    }

    @Transactional
    public Practice declare(Member member, String page) {
        if (!mayDeclare(member, page)) throw Refused.because("", "practice.not-steward");
        HandbookPage found = handbook.page(member.community(), page).orElseThrow(() -> new Missing("page " + page));
        return put(found, null, member.person());
    }

    Practice put(HandbookPage page, @Nullable Project project, PersonId by) {
        Subject subject = project == null ? null : project.subject();
        Subject idea = project == null ? null : project.idea();
        Optional<Practice> before = store.at(page.community(), page.path());
        Subject practice =
                before.map(Practice::subject).orElseGet(() -> numbers.next(page.community(), Subject.Kind.PRACTICE));
        if (before.isPresent()) {
            store.refresh(practice, page.title(), subject, idea);
        } else {
            store.add(practice, page.path(), page.title(), subject, idea, clock.instant());
            record.add(Act.by(by, ResultVerb.PRACTICE_OPENED, practice, page.title()));
        }
        discussions.open(practice, page.title());
        Practice now = get(practice);
        line.put(now, page.change());
        return now;
    }
}
