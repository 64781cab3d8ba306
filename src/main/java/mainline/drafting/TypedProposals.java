package mainline.drafting;

import java.util.Map;
import mainline.changes.Change;
import mainline.changes.Proposal;
import mainline.changes.Reasons;
import mainline.community.Here;
import mainline.handbook.Handbook;
import mainline.handbook.PagePaths;
import mainline.handbook.PageText;
import mainline.kernel.Refused;
import mainline.kernel.Slug;
import mainline.kernel.Subject;
import mainline.look.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was typed into the editor of one page, as a proposal. */
@Component
class TypedProposals {
    private final Handbook handbook;

    TypedProposals(Handbook handbook) {
        this.handbook = handbook;
    }

    /**
     * @param before the change it becomes the next version of; null for a new one
     * @throws Refused for {@code name} and {@code folder} of a new page
     */
    Proposal of(Here here, @Nullable Change before, Map<String, String> fields) {
        String path = before != null ? before.paths().getFirst() : fields.getOrDefault("path", "");
        String text = fields.getOrDefault("text", "");
        if (path.isEmpty()) {
            String name = fields.getOrDefault("name", "").strip();
            String folder = PagePaths.tidy(fields.getOrDefault("folder", ""));
            new Refused.Check()
                    .text(name, "name", 100)
                    .that(folder.isEmpty() || PagePaths.isSafe(folder), "folder", "handbook.path.odd")
                    .orRefuse();
            path = (folder.isEmpty() ? "" : folder + "/") + Slug.of(name) + ".md";
            if (!text.isBlank() && !text.stripLeading().startsWith("#") && !text.startsWith("---"))
                text = "# " + name + "\n\n" + text;
            if (handbook.page(here.id(), path).isPresent()) throw Refused.because("name", "handbook.path.taken");
        }
        return new Proposal(
                path,
                fields.getOrDefault("base", ""),
                text,
                title(here, path, text, fields),
                fields.getOrDefault("why", ""),
                fields.getOrDefault("interest", ""),
                ProposalChoices.subject(here, fields.getOrDefault("from", "")),
                Form.whole(fields.get("clause")));
    }

    /** The fields of the editor as they were when what was begun there was kept. */
    static Map<String, String> kept(Workspace begun, String text) {
        Reasons reasons = begun.reasons();
        Subject from = reasons.from();
        return Map.of(
                "base", begun.base().name(),
                "text", text,
                "title", reasons.title(),
                "why", reasons.why(),
                "interest", reasons.interest(),
                "clause", "" + reasons.clause(),
                "from", from == null ? "" : from.key());
    }

    /** What was typed, or what can be said of the change without asking. */
    private String title(Here here, String path, String text, Map<String, String> fields) {
        String typed = fields.getOrDefault("title", "");
        if (!typed.isBlank()) return typed;
        return handbook.page(here.id(), path)
                .map(page -> edited(here, page.title()))
                .orElseGet(() -> cut(here.say("change.title.added", PageText.title(path, PagePaths.stored(text)))));
    }

    /** What an edit to a page is called while nobody said better. */
    static String edited(Here here, String page) {
        return cut(here.say("change.title.edited", page));
    }

    private static String cut(String title) {
        return title.codePointCount(0, title.length()) <= Proposal.LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, Proposal.LONGEST_TITLE - 1)) + "…";
    }
}
