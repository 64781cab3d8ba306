package mainline.discussion;

import java.util.List;
import java.util.Map;
import mainline.community.Here;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Page;
import mainline.people.BeforeJoining;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/{community}/comments")
class CommentPages {
    private final Discussions discussions;
    private final DiscussionPanel panel;

    CommentPages(Discussions discussions, DiscussionPanel panel) {
        this.discussions = discussions;
        this.panel = panel;
    }

    /** A later page of a long discussion. */
    @GetMapping
    ModelAndView more(Here here, @RequestParam String about, @RequestParam(defaultValue = "") Cursor after) {
        Subject subject = Subject.of(here.id(), about);
        String title = discussions.title(subject);
        return Page.show(
                "discussion/discussion", new Discussion(here, title, panel.shown(here, subject, after, false)));
    }

    record Discussion(Here here, String title, DiscussionPanel.Shown panel) {}

    /** The permanent address of a comment: where it stands in its discussion. */
    @GetMapping("/{number:\\d+}")
    ModelAndView find(Here here, @PathVariable long number) {
        Comment comment = discussions.get(here.viewer(), number);
        long after = discussions.pageStart(comment);
        String page = after == 0
                ? comment.about().path()
                : "comments?about=" + comment.about().key() + "&after=" + after;
        return Page.go(here.path(page) + "#c" + number);
    }

    @GetMapping("/new")
    ModelAndView compose(
            Here here,
            @RequestParam String about,
            @RequestParam(required = false) @Nullable Long replyTo,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment) {
        Write write = write(here, Subject.of(here.id(), about), replyTo, Form.empty());
        return Page.show(fragment == null ? "discussion/write" : "discussion/reply", write);
    }

    @BeforeJoining("comment")
    @PostMapping
    ModelAndView say(Here here, @RequestParam Map<String, String> fields) {
        Subject about = Subject.of(here.id(), fields.getOrDefault("about", ""));
        int reply = Form.whole(fields.get("replyTo"));
        Long replyTo = reply == 0 ? null : (long) reply;
        try {
            Comment said = discussions.say(here.member(), about, replyTo, fields.getOrDefault("text", ""));
            return Page.go(here.path(said.subject().path()), "comment.written");
        } catch (Refused refused) {
            return Page.refuse("discussion/write", write(here, about, replyTo, Form.refused(fields, refused)));
        }
    }

    static Write fresh(Here here, Subject about) {
        return new Write(here, about, "", null, Form.empty());
    }

    private Write write(Here here, Subject about, @Nullable Long replyTo, Form form) {
        String title = discussions.title(about);
        DiscussionPanel.Branch answered = replyTo == null ? null : panel.alone(discussions.get(here.viewer(), replyTo));
        return new Write(here, about, title, answered, form);
    }

    record Write(Here here, Subject about, String title, DiscussionPanel.@Nullable Branch answered, Form form) {}

    @GetMapping("/{number:\\d+}/edit")
    ModelAndView edit(
            Here here,
            @PathVariable long number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment) {
        Comment comment = own(here, number);
        Form form = Form.of(Map.of("text", comment.text(), "version", "" + comment.version()));
        return Page.show(fragment == null ? "discussion/edit" : "discussion/editform", edit(here, comment, form));
    }

    @PostMapping("/{number:\\d+}")
    ModelAndView change(Here here, @PathVariable long number, @RequestParam Map<String, String> fields) {
        try {
            discussions.edit(here.member(), number, Form.whole(fields.get("version")), fields.getOrDefault("text", ""));
            return Page.go(here.path("comments/" + number), "comment.edited");
        } catch (Refused refused) {
            return Page.refuse("discussion/edit", edit(here, own(here, number), Form.refused(fields, refused)));
        }
    }

    private Edit edit(Here here, Comment comment, Form form) {
        return new Edit(here, comment, discussions.title(comment.about()), form);
    }

    record Edit(Here here, Comment comment, String title, Form form) {}

    private Comment own(Here here, long number) {
        Comment comment = discussions.get(here.viewer(), number);
        if (!comment.author().equals(here.member().person()) || comment.removed()) throw new Missing("comment");
        return comment;
    }

    @PostMapping("/{number:\\d+}/removal")
    ModelAndView remove(Here here, @PathVariable long number) {
        Comment comment = own(here, number);
        discussions.remove(here.member(), number);
        return Page.go(here.path(comment.about().path()) + "#c" + number, "comment.removed");
    }

    /** What a comment said before it was edited. */
    @GetMapping("/{number:\\d+}/versions")
    ModelAndView versions(Here here, @PathVariable long number) {
        Comment comment = discussions.get(here.viewer(), number);
        List<CommentStore.Earlier> earlier = discussions.earlier(comment);
        here.expect(earlier.stream().map(CommentStore.Earlier::text));
        return Page.show(
                "discussion/versions",
                new Versions(here, panel.alone(comment), discussions.title(comment.about()), earlier));
    }

    record Versions(Here here, DiscussionPanel.Branch thread, String title, List<CommentStore.Earlier> earlier) {}
}
