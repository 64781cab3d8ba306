package mainline.results;

import mainline.chain.Chain;
import mainline.chain.Node;
import mainline.chain.Step;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Member;
import mainline.community.Written;
import mainline.kernel.Reason;
import mainline.projects.Project;
import mainline.record.Act;
import mainline.record.PublicRecord;
import mainline.record.Verb;
import mainline.text.Markdown;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes a verdict known: it is counted, stands on the project's line, and in the public record; whom it mentions hears of it. */
@Component
class Announcement {
    private final Counts counts;
    private final Chain chain;
    private final PublicRecord record;
    private final ApplicationEventPublisher events;

    Announcement(Counts counts, Chain chain, PublicRecord record, ApplicationEventPublisher events) {
        this.counts = counts;
        this.chain = chain;
        this.record = record;
        this.events = events;
    }

    void of(Verdict verdict, Project project) {
        counts.add(verdict.subject().community(), Count.VERDICTS, 1);
        chain.put(chain.threadOf(project.subject()), node(verdict));
        record.add(Act.by(verdict.by(), verb(verdict.choice()), verdict.subject(), project.title(), verdict.reason()));
        Member by = new Member(verdict.subject().community(), verdict.by());
        events.publishEvent(new Written(by, verdict.subject(), project.title(), "reason", verdict.reason()));
    }

    private static Node node(Verdict verdict) {
        return new Node(
                verdict.subject(),
                Step.VERDICT,
                Reason.of("chain.verdict." + verdict.choice()),
                Reason.of("chain.text", Markdown.excerpt(verdict.reason(), 50)),
                verdict.subject().path(),
                true);
    }

    private static Verb verb(Verdict.Choice choice) {
        return switch (choice) {
            case KEEP -> ResultVerb.VERDICT_KEEP;
            case REVISE -> ResultVerb.VERDICT_REVISE;
            case RETIRE -> ResultVerb.VERDICT_RETIRE;
        };
    }
}
