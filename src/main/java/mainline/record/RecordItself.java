package mainline.record;

import java.util.ArrayList;
import java.util.List;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What cannot be seen from the log alone: rows put in past it, and guards of the database that were switched off. */
@Component
@Order(0)
class RecordItself implements Attested {
    private static final int NAMED = 100;

    private final LogStore store;

    RecordItself(LogStore store) {
        this.store = store;
    }

    @Override
    public List<Misfit> misfits(CommunityId community) {
        List<Misfit> misfits = new ArrayList<>();
        for (long stray : store.strays(community, NAMED))
            misfits.add(new Misfit(
                    new Subject(community, Subject.Kind.ENTRY, stray), "it is in the record but was never logged"));
        for (String guard : store.sleepingGuards())
            misfits.add(new Misfit(
                    new Subject(community, Subject.Kind.COMMUNITY, 0),
                    "the database's guard " + guard + " is switched off"));
        return misfits;
    }
}
