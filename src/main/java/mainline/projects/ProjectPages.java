package mainline.projects;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainline.chain.ChainView;
import mainline.community.Here;
import mainline.community.Names;
import mainline.community.Narrowing;
import mainline.community.Only;
import mainline.effort.Effort;
import mainline.effort.Efforts;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Line;
import mainline.look.Page;
import mainline.look.Section;
import mainline.mission.Clause;
import mainline.people.People;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of projects, and one project. */
@Controller
@RequestMapping("/{community}/projects")
class ProjectPages {
    private static final int SIZE = 30;
    private static final int UPDATES = 5;
    private static final int TASKS = 50;

    private final Projects projects;
    private final Conveners conveners;
    private final Tasks tasks;
    private final Updates updates;
    private final Efforts efforts;
    private final ChainView chain;
    private final People people;
    private final ProjectParts parts;
    private final Narrowing narrowing;

    ProjectPages(
            Projects projects,
            Conveners conveners,
            Tasks tasks,
            Updates updates,
            Efforts efforts,
            ChainView chain,
            People people,
            ProjectParts parts,
            Narrowing narrowing) {
        this.projects = projects;
        this.conveners = conveners;
        this.tasks = tasks;
        this.updates = updates;
        this.efforts = efforts;
        this.chain = chain;
        this.people = people;
        this.parts = parts;
        this.narrowing = narrowing;
    }

    @Bean
    static Section projectsSection() {
        return new Section("projects", "projects", 20);
    }

    record Row(
            Project project,
            Optional<Clause> clause,
            Effort effort,
            @Nullable Line line,
            Names names) {}

    record Index(
            Here here, Only only, List<Row> rows, @Nullable Cursor next) {}

    @GetMapping
    ModelAndView list(
            Here here, @RequestParam(defaultValue = "") String only, @RequestParam(defaultValue = "") Cursor before) {
        Only asked = Only.of(only);
        Only narrow = here.isMember() ? asked : Only.ALL;
        Paged<Project> page = narrowing.of(here.viewer(), narrow, projects.in(here.id()), before, SIZE);
        return Page.show("projects/projects", new Index(here, narrow, rows(here, page.items()), page.next()));
    }

    private List<Row> rows(Here here, List<Project> shown) {
        List<Subject> ideas = shown.stream().map(Project::idea).toList();
        Map<Subject, Effort> sums =
                efforts.of(here.id(), ideas.stream().map(Subject::number).toList());
        Map<Subject, Line> lines = chain.lines(here, ideas);
        Names names = Names.of(
                people,
                shown.stream().flatMap(project -> persons(project).stream()).toList());
        return shown.stream()
                .map(project -> new Row(
                        project,
                        parts.clause(here, project),
                        Objects.requireNonNull(sums.get(project.idea())),
                        lines.get(project.idea()),
                        names))
                .toList();
    }

    /**
     * @param form of the field that was refused, named by {@code refused}; empty on a fresh page
     * @param mayTake whether the viewer could take the convener's place
     */
    record Show(
            Here here,
            Project project,
            Optional<Clause> clause,
            Line line,
            Optional<Plan> plan,
            Paged<Task> tasks,
            Paged<ProjectUpdate> updates,
            Names names,
            boolean isTeam,
            boolean mayTake,
            Content needed,
            Content giving,
            Content picture,
            Content delivered,
            List<Content> parts,
            Content discussion,
            String refused,
            Form form) {
        boolean isConvener() {
            return here.isMember()
                    && here.person() != null
                    && project.isConvener(here.person().id());
        }

        boolean isOfferedToViewer() {
            return here.isMember()
                    && here.person() != null
                    && project.isOfferedTo(here.person().id());
        }

        String path(String below) {
            return here.path(project.subject().path() + below);
        }

        /** The form's values where this is the form that was refused. */
        Form form(String name) {
            return refused.equals(name) ? form : Form.empty();
        }
    }

    @GetMapping("/{ref:\\d.*}")
    ModelAndView show(
            Here here,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") Cursor tasks,
            @RequestParam(defaultValue = "") Cursor updates) {
        Project project = find(here, ref);
        if (!project.path().equals("projects/" + ref)) return Page.go(here.path(project.path()));
        return Page.show("projects/project", show(here, project, tasks, updates, "", Form.empty()));
    }

    /** The page again with what is wrong with one of its forms. */
    ModelAndView refuse(Here here, Subject project, String which, Form form) {
        return Page.refuse(
                "projects/project",
                show(here, projects.get(here.viewer(), project), Cursor.START, Cursor.START, which, form));
    }

    private Show show(Here here, Project project, Cursor taskAfter, Cursor updateBefore, String refused, Form form) {
        Paged<Task> someTasks = tasks.of(here.viewer(), project.subject(), taskAfter, TASKS);
        Paged<ProjectUpdate> someUpdates = updates.of(here.viewer(), project.subject(), updateBefore, UPDATES);
        here.expect(someUpdates.items().stream().map(ProjectUpdate::text));
        ProjectParts.Shown shown = parts.of(here, project);
        Person viewer = here.isMember() ? here.person() : null;
        return new Show(
                here,
                project,
                parts.clause(here, project),
                chain.line(here, project.subject()),
                projects.plan(project.subject()),
                someTasks,
                someUpdates,
                Names.of(people, mentioned(project, someTasks.items(), someUpdates.items())),
                viewer != null && projects.isTeam(project, viewer.id()),
                viewer != null && conveners.mayTake(project, viewer.id()),
                shown.needed(),
                shown.giving(),
                shown.picture(),
                shown.delivered(),
                shown.panels(),
                shown.discussion(),
                refused,
                form);
    }

    private static List<PersonId> mentioned(Project project, List<Task> tasks, List<ProjectUpdate> updates) {
        List<PersonId> mentioned = persons(project);
        updates.forEach(update -> mentioned.add(update.author()));
        for (Task task : tasks) {
            if (task.state() instanceof Task.Claimed claimed) mentioned.add(claimed.by());
            if (task.state() instanceof Task.Finished finished) mentioned.add(finished.by());
        }
        return mentioned;
    }

    private static List<PersonId> persons(Project project) {
        List<PersonId> persons = new ArrayList<>();
        if (project.convener() != null) persons.add(project.convener().person());
        if (project.offer() != null) persons.add(project.offer().person());
        return persons;
    }

    private Project find(Here here, String ref) {
        return projects.get(here.viewer(), Subject.at(here.id(), Subject.Kind.PROJECT, ref));
    }
}
