package mainline.projects;

import java.util.Map;
import java.util.function.Consumer;
import mainline.community.Here;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The tasks on a project's page. */
@Controller
@RequestMapping("/{community}")
class TaskPages {
    private final Tasks tasks;
    private final ProjectPages pages;

    TaskPages(Tasks tasks, ProjectPages pages) {
        this.tasks = tasks;
        this.pages = pages;
    }

    @PostMapping("/projects/{number:\\d{1,18}}/tasks")
    ModelAndView add(Here here, @PathVariable long number, @RequestParam Map<String, String> fields) {
        Subject project = new Subject(here.id(), Subject.Kind.PROJECT, number);
        try {
            Task task = tasks.add(here.member(), project, fields.getOrDefault("title", ""));
            return Page.go(here.path(project.path()) + "#task-" + task.subject().number(), "task.added");
        } catch (Refused refused) {
            return pages.refuse(here, project, "tasks", Form.refused(fields, refused));
        }
    }

    @GetMapping("/tasks/{number:\\d{1,18}}")
    ModelAndView show(Here here, @PathVariable long number) {
        return Page.go(here.path(task(here, number).project().path()) + "#task-" + number);
    }

    @PostMapping("/tasks/{number:\\d{1,18}}/claim")
    ModelAndView claim(Here here, @PathVariable long number) {
        return answer(here, number, "task.claimed", task -> tasks.claim(here.member(), task));
    }

    @DeleteMapping("/tasks/{number:\\d{1,18}}/claim")
    ModelAndView release(Here here, @PathVariable long number) {
        return answer(here, number, "task.released", task -> tasks.release(here.member(), task));
    }

    @PostMapping("/tasks/{number:\\d{1,18}}/finish")
    ModelAndView finish(Here here, @PathVariable long number) {
        return answer(here, number, "task.finished", task -> tasks.finish(here.member(), task));
    }

    private ModelAndView answer(Here here, long number, String notice, Consumer<Subject> act) {
        Task task = task(here, number);
        try {
            act.accept(task.subject());
            return Page.go(here.path(task.project().path()) + "#task-" + number, notice);
        } catch (Refused refused) {
            return pages.refuse(here, task.project(), "tasks", Form.refused(Map.of(), refused));
        }
    }

    private Task task(Here here, long number) {
        return tasks.get(here.viewer(), number);
    }
}
