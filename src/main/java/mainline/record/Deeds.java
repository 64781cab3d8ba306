package mainline.record;

import gg.jte.Content;
import java.util.List;
import mainline.community.Here;
import mainline.community.MemberPanel;
import mainline.look.Fragments;
import mainline.look.Shell;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a person's page: what they did here lately. */
@Component
@Order(90)
class Deeds implements MemberPanel {
    private static final int SHOWN = 20;

    record Show(Shell shell, List<Told> entries, String all) {}

    private final PublicRecord record;
    private final RecordView lines;
    private final Fragments fragments;

    Deeds(PublicRecord record, RecordView lines, Fragments fragments) {
        this.record = record;
        this.lines = lines;
        this.fragments = fragments;
    }

    @Override
    public @Nullable Content of(Person person, Here here) {
        List<Entry> acts =
                record.list(here.id(), RecordFilter.by(person.id()), 0, SHOWN).items();
        if (acts.isEmpty()) return null;
        String all = here.path("record?person=" + person.handle());
        return fragments.of("record/deeds", new Show(here.shell(), lines.tell(here, acts), all));
    }
}
