package mainline.review;

import gg.jte.Content;
import java.util.List;
import mainline.changes.Change;
import mainline.changes.ChangeLook;
import mainline.changes.ChangePanel;
import mainline.community.Here;
import mainline.look.Fragments;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** For the authors of a change: words that look like slips, each with a button to say that it is none. */
@Component
@Order(0)
class WordPanel implements ChangePanel {
    private final Words words;
    private final Fragments fragments;

    WordPanel(Words words, Fragments fragments) {
        this.words = words;
        this.fragments = fragments;
    }

    record Show(Here here, Change change, List<Spelling.Odd> odd) {}

    @Override
    public @Nullable Content of(ChangeLook look) {
        Here here = look.here();
        if (!here.isMember() || !look.change().hasAuthor(here.member().person())) return null;
        List<Spelling.Odd> odd = words.odd(look.change());
        return odd.isEmpty() ? null : fragments.of("review/words", new Show(here, look.change(), odd));
    }
}
