package mainline.effort;

import gg.jte.Content;
import java.util.Map;
import mainline.community.Here;
import mainline.community.Member;
import mainline.ideas.Idea;
import mainline.ideas.IdeaComposing;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Fragments;
import org.springframework.stereotype.Component;

/** Asks for the need where an idea is composed. */
@Component
class NeedComposing implements IdeaComposing {
    private final Needs needs;
    private final Fragments fragments;

    NeedComposing(Needs needs, Fragments fragments) {
        this.needs = needs;
        this.fragments = fragments;
    }

    record Fields(Here here, Form form) {}

    @Override
    public Content fields(Here here, Form form) {
        return fragments.of("effort/needfields", new Fields(here, form));
    }

    @Override
    public void check(Map<String, String> fields, Refused.Check check) {
        Needs.read(fields, check);
    }

    @Override
    public void published(Idea idea, Map<String, String> fields, Member author) {
        Map<EffortKind, Hours> hours = Needs.read(fields, new Refused.Check());
        if (hours.values().stream().anyMatch(Hours::isSome)) needs.state(idea, hours, author.person());
    }
}
