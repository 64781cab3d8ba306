package mainline.effort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import mainline.community.Awaited;
import mainline.community.Calendar;
import mainline.community.Mine;
import mainline.community.Viewer;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a member has promised, the nearest day first; done, moved or taken back from there. */
@Component
@Order(10)
class PledgesMine implements Mine {
    private final PledgeStore pledges;
    private final Ideas ideas;
    private final Calendar calendar;

    PledgesMine(PledgeStore pledges, Ideas ideas, Calendar calendar) {
        this.pledges = pledges;
        this.ideas = ideas;
        this.calendar = calendar;
    }

    @Override
    public String kind() {
        return "pledge";
    }

    @Override
    public List<Awaited> of(Viewer viewer) {
        if (!viewer.isMember()) return List.of();
        List<Pledge> all = pledges.of(viewer.community().id(), viewer.id(), MANY).stream()
                .sorted(Comparator.comparing(Pledge::due))
                .toList();
        Map<Long, Idea> of = ideas.all(
                viewer.community().id(),
                all.stream().map(pledge -> pledge.idea().number()).toList());
        List<Awaited> rows = new ArrayList<>();
        for (Pledge pledge : all) {
            Idea idea = of.get(pledge.idea().number());
            if (idea != null) rows.add(row(pledge, idea, viewer));
        }
        return rows;
    }

    private Awaited row(Pledge pledge, Idea idea, Viewer viewer) {
        boolean past = pledge.due().isBefore(calendar.today(viewer.community().id()));
        String address = idea.subject().path();
        Reason why = Reason.of(
                past ? "mine.pledge.past" : "mine.pledge.due",
                Reason.of("effort.some." + pledge.kind(), pledge.hours().decimal()),
                pledge.due());
        boolean works = idea.state() instanceof Idea.Adopted;
        return new Awaited(
                Reason.of("mine.title", idea.title()),
                true,
                address + "/pledges",
                why,
                Reason.of(works ? "mine.pledge.done" : "mine.pledge.change"),
                address + (works ? "/contributions" : "/pledges"),
                null);
    }
}
