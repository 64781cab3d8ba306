package mainline.effort;

import gg.jte.Content;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mainline.community.Here;
import mainline.ideas.IdeaComposing;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Fragments;
import org.springframework.stereotype.Component;

/** Asks for the need where an idea is composed. */
@Component
class NeedComposing implements IdeaComposing {
    private final Fragments fragments;

    NeedComposing(Fragments fragments) {
        this.fragments = fragments;
    }

    record Fields(Here here, Form form) {}

    @Override
    public Content fields(Here here, Form form) {
        return fragments.of("effort/needfields", new Fields(here, form));
    }

    @Override
    public Set<String> names() {
        return Arrays.stream(EffortKind.values()).map(EffortKind::needField).collect(Collectors.toSet());
    }

    @Override
    public NeededHours read(Map<String, String> fields, Refused.Check check) {
        return NeededHours.read(fields, check);
    }
}
