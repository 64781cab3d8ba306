package mainline.projects;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainline.community.Calendar;
import mainline.community.Member;
import mainline.kernel.CommunityId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.kernel.Visible;
import mainline.record.Act;
import mainline.record.PublicRecord;
import mainline.record.Verb;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What projects are judged by, set by the convener before the work starts. */
@Component
public class Plans {
    static final int MOST_MEASURES = 3;

    private final PlanStore store;
    private final Projects projects;
    private final ProjectLine line;
    private final PublicRecord record;
    private final Calendar calendar;
    private final ApplicationEventPublisher events;

    Plans(
            PlanStore store,
            Projects projects,
            ProjectLine line,
            PublicRecord record,
            Calendar calendar,
            ApplicationEventPublisher events) {
        this.store = store;
        this.projects = projects;
        this.line = line;
        this.record = record;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * Sets the measures and the review date; to change them later takes a reason, and once the day has come they stay.
     *
     * @throws Refused for {@code what-1}, {@code how-1}, {@code baseline-1}, {@code target-1} and so on, {@code review},
     *     {@code why}, or as a whole
     */
    @Transactional
    public void set(Member member, Subject subject, List<Measure> measures, LocalDate review, String why) {
        Project project = projects.hold(subject);
        Optional<Plan> before = store.current(subject);
        LocalDate today = calendar.today(member.community());
        Refused.Check check = new Refused.Check()
                .that(project.isConvener(member.person()), "", "convener.not-you")
                .that(project.isRunning(), "", "project.over")
                .that(before.isEmpty() || before.get().review().isAfter(today), "", "plan.due")
                .that(review.isAfter(today), "review", "plan.review.past")
                .that(!review.isAfter(today.plusYears(3)), "review", "plan.review.far")
                .that(!measures.isEmpty(), "what-1", "plan.no-measure")
                .that(measures.size() <= MOST_MEASURES, "", "plan.many", MOST_MEASURES)
                .optional(why, "why", 500)
                .that(before.isEmpty() || Visible.in(why), "why", "plan.why-needed");
        for (int i = 0; i < measures.size(); i++) check(check, measures.get(i), i + 1);
        check.orRefuse();
        int version = before.map(Plan::version).orElse(0) + 1;
        store.add(subject, new Plan(version, review, measures, why.strip(), member.person(), calendar.now()));
        line.put(projects.get(subject));
        Verb verb = version == 1
                ? ProjectVerb.PLAN_SET
                : before.orElseThrow().review().equals(review) ? ProjectVerb.PLAN_CHANGED : ProjectVerb.REVIEW_MOVED;
        record.add(Act.by(member.person(), verb, subject, project.title(), version == 1 ? "" : why.strip())
                .on(review));
        events.publishEvent(new ReviewSet(subject, calendar.start(member.community(), review)));
    }

    private static void check(Refused.Check check, Measure measure, int place) {
        check.text(measure.what(), "what-" + place, 200)
                .optional(measure.how(), "how-" + place, 300)
                .optional(measure.baseline(), "baseline-" + place, 100)
                .optional(measure.target(), "target-" + place, 100);
    }

    LocalDate today(CommunityId community) {
        return calendar.today(community);
    }
}
