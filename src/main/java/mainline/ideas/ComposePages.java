package mainline.ideas;

import gg.jte.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainline.community.Here;
import mainline.community.Member;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.mission.Clause;
import mainline.mission.Mission;
import mainline.people.BeforeJoining;
import mainline.text.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The composer: from a blank page over drafts and previews to a published idea. */
@Controller
@RequestMapping("/{community}/ideas")
class ComposePages {
    private final Ideas ideas;
    private final Drafts drafts;
    private final Mission mission;
    private final List<IdeaComposing> composing;

    ComposePages(Ideas ideas, Drafts drafts, Mission mission, List<IdeaComposing> composing) {
        this.ideas = ideas;
        this.drafts = drafts;
        this.mission = mission;
        this.composing = composing;
    }

    @GetMapping("/new")
    ModelAndView compose(
            Here here,
            @RequestParam(defaultValue = "0") long draft,
            @RequestParam(required = false) @Nullable Integer clause) {
        Map<String, String> fields = new HashMap<>();
        if (draft > 0) {
            fields.putAll(drafts.find(here.member(), draft)
                    .orElseThrow(() -> new Missing("draft"))
                    .fields());
            fields.put("draft", "" + draft);
        } else if (clause != null) {
            fields.put("clause", "" + clause);
        }
        return Page.show("ideas/compose", page(here, Form.of(fields), null));
    }

    record Compose(
            Here here,
            Form form,
            List<Clause> clauses,
            List<Content> parts,
            List<IdeaDraft> drafts,
            @Nullable Html preview) {}

    private Compose page(Here here, Form form, @Nullable Html preview) {
        List<Content> parts =
                composing.stream().map(part -> part.fields(here, form)).toList();
        List<IdeaDraft> kept = here.isMember() ? drafts.of(here.member()) : List.of();
        return new Compose(here, form, mission.current(here.id()).clauses(), parts, kept, preview);
    }

    @BeforeJoining("idea")
    @PostMapping
    ModelAndView publish(Here here, @RequestParam Map<String, String> fields) {
        Member author = here.member();
        try {
            Refused.Check found = new Refused.Check();
            List<IdeaPart> parts =
                    composing.stream().map(part -> part.read(fields, found)).toList();
            Idea idea = ideas.publish(author, IdeaPages.wording(fields), parts, found);
            drafts.drop(author, draft(fields));
            return Page.go(here.path(idea.path()), "idea.published");
        } catch (Refused refused) {
            return Page.refuse("ideas/compose", page(here, Form.refused(fields, refused), null));
        }
    }

    @PostMapping("/preview")
    ModelAndView preview(Here here, @RequestParam Map<String, String> fields) {
        Html preview = here.preview(fields.getOrDefault("text", ""));
        return Page.show("ideas/compose", page(here, Form.of(fields), preview));
    }

    /** Keeps a draft: by the button, or by itself while somebody types (then only a line is answered). */
    @PostMapping("/drafts")
    ModelAndView keep(
            Here here,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment) {
        Member member = here.member();
        try {
            long id = drafts.keep(member, draft(fields), fields);
            if (fragment != null) return Page.show("ideas/kept", new Kept(here, id));
            return Page.go(here.path("ideas/new?draft=" + id), "idea.draft-kept");
        } catch (Refused refused) {
            return Page.refuse("ideas/compose", page(here, Form.refused(fields, refused), null));
        }
    }

    record Kept(Here here, long draft) {}

    @DeleteMapping("/drafts/{id:\\d{1,18}}")
    ModelAndView drop(Here here, @PathVariable long id) {
        drafts.drop(here.member(), id);
        return Page.go(here.path("ideas/new"), "idea.draft-dropped");
    }

    private static long draft(Map<String, String> fields) {
        return Form.whole(fields.get("draft"));
    }
}
