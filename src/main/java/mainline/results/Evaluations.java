package mainline.results;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import mainline.platform.Job;
import mainline.projects.Project;
import mainline.projects.Projects;
import mainline.projects.ReviewSet;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens the evaluation of each project by itself when its review date has come. */
@Component
public class Evaluations {
    private final VerdictStore store;
    private final Projects projects;
    private final PublicRecord record;
    private final VerdictNotices notices;
    private final Clock clock;

    Evaluations(VerdictStore store, Projects projects, PublicRecord record, VerdictNotices notices, Clock clock) {
        this.store = store;
        this.projects = projects;
        this.record = record;
        this.notices = notices;
        this.clock = clock;
    }

    /** Projects of any community whose day has come; each of them is to be opened. */
    public List<Subject> ripe() {
        return store.ripe(clock.instant(), 100);
    }

    /** Opens one evaluation, exactly once however many processes try, and not if the date was moved meanwhile. */
    @Transactional
    public void open(Subject subject) {
        Project project = projects.hold(subject);
        Instant now = clock.instant();
        if (!store.take(subject, now) || !project.isRunning() || !store.open(subject, now)) return;
        Act opened = Act.byItself(ResultVerb.EVALUATION_OPENED, subject, project.title(), "");
        record.add(project.review() == null ? opened : opened.on(project.review()));
        notices.opened(project);
    }

    /** When the evaluation of a project opened; nothing while its day is ahead. */
    public Optional<Instant> opened(Subject project) {
        return store.opened(project);
    }

    /** Projects that wait for their verdict, the longest waiting first. */
    public List<VerdictDue> due(CommunityId community, int most) {
        Map<Long, Instant> due = store.due(community, most);
        Map<Long, Project> found = projects.all(community, due.keySet());
        return due.entrySet().stream()
                .map(each -> new VerdictDue(Objects.requireNonNull(found.get(each.getKey())), each.getValue()))
                .toList();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void reviewSet(ReviewSet review) {
        store.review(review.project(), review.opens());
    }

    @Bean
    static Job openEvaluations(Evaluations evaluations) {
        return new Job(
                "open-evaluations",
                Duration.ofMinutes(1),
                () -> evaluations.ripe().forEach(evaluations::open));
    }
}
