package mainline.results;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import mainline.community.Calendar;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.community.Written;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What members report of trying practices. */
@Component
public class Trials {
    private final TrialStore store;
    private final Practices practices;
    private final PracticeLine line;
    private final Numbers numbers;
    private final Counts counts;
    private final PublicRecord record;
    private final Calendar calendar;
    private final ApplicationEventPublisher events;

    Trials(
            TrialStore store,
            Practices practices,
            PracticeLine line,
            Numbers numbers,
            Counts counts,
            PublicRecord record,
            Calendar calendar,
            ApplicationEventPublisher events) {
        this.store = store;
        this.practices = practices;
        this.line = line;
        this.numbers = numbers;
        this.counts = counts;
        this.record = record;
        this.calendar = calendar;
        this.events = events;
    }

    public Optional<Trial> find(CommunityId community, long number) {
        return store.find(community, number);
    }

    /** Newest first, before the given number (0 for the newest), without those withdrawn. */
    public Paged<Trial> of(Subject practice, long before, int size) {
        long start = before <= 0 ? Long.MAX_VALUE : before;
        return Paged.of(
                store.of(practice, start, size + 1),
                size,
                trial -> trial.subject().number());
    }

    /** @throws Refused for the fields of {@link Report} */
    @Transactional
    public Trial report(Member member, Subject subject, Report report) {
        report.check(calendar.today(member.community()));
        Practice practice = practices.get(subject);
        Trial trial = new Trial(
                numbers.next(member.community(), Subject.Kind.TRIAL),
                subject,
                member.person(),
                report.place(),
                Objects.requireNonNull(report.day()),
                report.before(),
                report.after(),
                report.happened(),
                Objects.requireNonNull(report.keep()),
                calendar.now(),
                null);
        store.add(trial);
        counts.add(member.community(), Count.TRIALS, 1);
        line.put(practice);
        record.add(
                Act.by(member.person(), ResultVerb.TRIAL_REPORTED, trial.subject(), practice.title(), trial.place()));
        events.publishEvent(new Written(member, trial.subject(), practice.title(), "happened", trial.happened()));
        return trial;
    }

    /** Its author takes a trial back; it stays in the record and counts no more. */
    @Transactional
    public void withdraw(Member member, Subject subject) {
        Trial trial =
                find(subject.community(), subject.number()).orElseThrow(() -> new Missing("trial " + subject.number()));
        if (!trial.member().equals(member.person())) throw Refused.because("", "trial.not-yours");
        if (!store.withdraw(subject, calendar.now())) return;
        Practice practice = practices.get(trial.practice());
        counts.add(member.community(), Count.TRIALS, -1);
        line.put(practice);
        record.add(Act.by(member.person(), ResultVerb.TRIAL_WITHDRAWN, subject, practice.title()));
    }

    LocalDate today(CommunityId community) {
        return calendar.today(community);
    }
}
