package mainline.results;

import java.util.Optional;
import mainline.changes.ChangeMerged;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookPage;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import mainline.projects.Project;
import mainline.projects.Projects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The pages of a merged change that comes from a project become practices. */
@Component
class PracticesBegin {
    private final Practices practices;
    private final TrialStore trials;
    private final VerdictStore verdicts;
    private final Projects projects;
    private final Handbook handbook;

    PracticesBegin(
            Practices practices, TrialStore trials, VerdictStore verdicts, Projects projects, Handbook handbook) {
        this.practices = practices;
        this.trials = trials;
        this.verdicts = verdicts;
        this.projects = projects;
        this.handbook = handbook;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void merged(ChangeMerged merge) {
        CommunityId community = merge.change().community();
        Project project = merge.from() == null ? null : projectOf(merge.from()).orElse(null);
        for (String path : merge.paths()) {
            Optional<HandbookPage> page = handbook.page(community, path);
            if (page.isEmpty()) continue;
            if (project != null || practices.at(community, path).isPresent())
                practices.put(page.get(), project, merge.by());
        }
    }

    /** The project a change comes from, directly or by one of its trials or its verdict. */
    private Optional<Project> projectOf(Subject from) {
        CommunityId community = from.community();
        long number = from.number();
        return switch (from.kind()) {
            case PROJECT -> projects.find(community, number);
            case VERDICT ->
                verdicts.find(community, number).map(Verdict::project).map(projects::get);
            case TRIAL -> trials.find(community, number).map(Trial::practice).flatMap(this::projectOf);
            case PRACTICE ->
                practices.find(community, number).map(Practice::project).map(projects::get);
            case COMMUNITY, DECISION, ENTRY, MEMBER, MISSION, CLAUSE, IDEA, COMMENT -> Optional.empty();
            case PLEDGE, TASK, CONTRIBUTION, CHANGE, REMARK, AREA, NOMINATION, RECALL, ANNOUNCEMENT -> Optional.empty();
        };
    }
}
