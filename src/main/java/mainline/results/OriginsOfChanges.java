package mainline.results;

import java.util.List;
import java.util.stream.Stream;
import mainline.changes.ChangeOrigins;
import mainline.community.Here;
import mainline.ideas.Ideas;
import mainline.kernel.Cursor;
import mainline.kernel.Subject;
import mainline.look.Option;
import mainline.projects.Project;
import mainline.projects.Projects;
import org.springframework.stereotype.Component;

/** What a change can come from: the trials of a practice, a project that runs, an idea. */
@Component
class OriginsOfChanges implements ChangeOrigins {
    private static final int MOST_OF_A_KIND = 12;

    private final Practices practices;
    private final Projects projects;
    private final Ideas ideas;

    OriginsOfChanges(Practices practices, Projects projects, Ideas ideas) {
        this.practices = practices;
        this.projects = projects;
        this.ideas = ideas;
    }

    @Override
    public List<Option> offered(Here here) {
        Stream<Option> tried = practices.newest(here.id(), 0, MOST_OF_A_KIND).items().stream()
                .map(practice -> option(practice.subject(), here.say("result.origin.trials", practice.title())));
        Stream<Option> run = projects.newest(here.viewer(), Cursor.START, MOST_OF_A_KIND).items().stream()
                .filter(Project::isRunning)
                .map(project -> option(project.subject(), here.say("result.origin.project", project.title())));
        Stream<Option> put = ideas.newest(here.viewer(), MOST_OF_A_KIND).stream()
                .map(idea -> option(idea.subject(), here.say("result.origin.idea", idea.title())));
        return Stream.of(tried, run, put).flatMap(each -> each).toList();
    }

    private static Option option(Subject subject, String label) {
        return new Option(subject.key(), label);
    }
}
