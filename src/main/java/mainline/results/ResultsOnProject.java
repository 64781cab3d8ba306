package mainline.results;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mainline.community.Here;
import mainline.look.Fragments;
import mainline.projects.Project;
import mainline.projects.ProjectPanel;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a project's page: what it left to try, its evaluation, its verdict. */
@Component
@Order(10)
class ResultsOnProject implements ProjectPanel {
    private final Practices practices;
    private final Evaluations evaluations;
    private final Verdicts verdicts;
    private final Fragments fragments;

    ResultsOnProject(Practices practices, Evaluations evaluations, Verdicts verdicts, Fragments fragments) {
        this.practices = practices;
        this.evaluations = evaluations;
        this.verdicts = verdicts;
        this.fragments = fragments;
    }

    record Row(Practice practice, Evidence evidence) {}

    record Outcome(
            Here here,
            Project project,
            List<Row> rows,
            @Nullable Instant opened,
            @Nullable Verdict verdict,
            boolean mayJudge) {}

    @Override
    public @Nullable Content of(Project project, Here here) {
        List<Practice> left = practices.of(project.subject());
        Instant opened = evaluations.opened(project.subject()).orElse(null);
        if (left.isEmpty() && opened == null) return null;
        Map<Long, Evidence> evidence = practices.evidence(
                here.id(), left.stream().map(each -> each.subject().number()).toList());
        List<Row> rows = left.stream()
                .map(each -> new Row(each, evidence.getOrDefault(each.subject().number(), Evidence.NONE)))
                .toList();
        boolean mayJudge = here.isMember()
                && here.person() != null
                && verdicts.mayJudge(project, here.person().id());
        Verdict verdict = verdicts.on(project.subject()).orElse(null);
        return fragments.of("results/outcome", new Outcome(here, project, rows, opened, verdict, mayJudge));
    }
}
