package mainline.effort;

import gg.jte.Content;
import java.text.ListFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import mainline.community.Here;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.kernel.Subject;
import mainline.look.Burnup;
import mainline.look.Form;
import mainline.look.Fragments;
import mainline.look.Option;
import mainline.people.Person;
import org.springframework.stereotype.Component;

/** Shows what an idea or a project needs, what is promised, and how to give. */
@Component
public class GivingPanel {
    private static final Content NOTHING = output -> {};

    private final Ideas ideas;
    private final Efforts efforts;
    private final PledgeStore pledges;
    private final ContributionStore contributions;
    private final NeedStore needs;
    private final Fragments fragments;
    private final Clock clock;

    GivingPanel(
            Ideas ideas,
            Efforts efforts,
            PledgeStore pledges,
            ContributionStore contributions,
            NeedStore needs,
            Fragments fragments,
            Clock clock) {
        this.ideas = ideas;
        this.efforts = efforts;
        this.pledges = pledges;
        this.contributions = contributions;
        this.needs = needs;
        this.fragments = fragments;
        this.clock = clock;
    }

    /** The part of a project's page on what it needs and who gives it. */
    public Content of(Here here, Subject idea) {
        return of(here, ideas.get(idea));
    }

    Content of(Here here, Idea idea) {
        return fragments.of("effort/giving", giving(here, idea, Form.empty()));
    }

    /** What a project still needs, in a sentence, and the way to give it. */
    public Content now(Here here, Subject idea) {
        return now(here, ideas.get(idea));
    }

    Content now(Here here, Idea idea) {
        return fragments.of("effort/now", giving(here, idea, Form.empty()));
    }

    Giving giving(Here here, Idea idea, Form form) {
        Effort effort = efforts.of(idea.subject());
        Person viewer = here.person();
        List<Pledge> mine = viewer == null ? List.of() : pledges.live(idea.subject(), viewer.id());
        LocalDate today = LocalDate.ofInstant(clock.instant(), here.community().zone());
        boolean takes = !(idea.state() instanceof Idea.Withdrawn) && needs.isTaking(idea.subject());
        return new Giving(here, idea, effort, mine, prefilled(form, effort, today), today, takes);
    }

    private static Form prefilled(Form form, Effort effort, LocalDate today) {
        if (!form.values().isEmpty()) return form;
        EffortKind kind =
                effort.lacking().isEmpty() ? EffortKind.DO : effort.lacking().getFirst();
        return Form.of(Map.of("kind", kind.name(), "by", today.plusWeeks(4).toString()));
    }

    /** @param takes whether pledges can still be given */
    record Giving(Here here, Idea idea, Effort effort, List<Pledge> mine, Form form, LocalDate today, boolean takes) {
        String path() {
            return here.path(idea.subject().path() + "/pledges");
        }

        boolean isAuthor() {
            return here.isMember() && here.isViewer(idea.author());
        }

        String missing() {
            return list(
                    here,
                    effort.lacking().stream()
                            .map(kind -> here.say(
                                    "effort.some." + kind,
                                    here.shell().hours(effort.of(kind).missing().decimal())))
                            .toList());
        }

        String hours(Hours hours) {
            return here.shell().hours(hours.decimal());
        }

        List<Option> kinds() {
            return GivingPanel.kinds(here);
        }
    }

    static List<Option> kinds(Here here) {
        return Arrays.stream(EffortKind.values())
                .map(kind -> new Option(kind.name(), here.say(kind.label()), here.say(kind.about())))
                .toList();
    }

    static String list(Here here, List<String> texts) {
        if (texts.isEmpty()) return "";
        return ListFormat.getInstance(here.shell().locale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(texts);
    }

    record Picture(Here here, List<Burnup.Point> points, double need) {}

    /** Pledged against delivered over time; nothing to draw gives nothing. */
    public Content picture(Here here, Subject idea) {
        Map<LocalDate, Integer> moves = pledges.moves(idea, here.community().zone());
        if (moves.isEmpty()) return NOTHING;
        Map<LocalDate, Integer> given = contributions.given(idea);
        TreeSet<LocalDate> days = new TreeSet<>(moves.keySet());
        days.addAll(given.keySet());
        days.add(LocalDate.ofInstant(clock.instant(), here.community().zone()));
        List<Burnup.Point> points = new ArrayList<>();
        int pledged = 0;
        int delivered = 0;
        for (LocalDate day : days) {
            pledged += moves.getOrDefault(day, 0);
            delivered += given.getOrDefault(day, 0);
            points.add(new Burnup.Point(day, pledged / 4.0, delivered / 4.0));
        }
        return fragments.of(
                "effort/picture",
                new Picture(here, points, efforts.of(idea).needed().value()));
    }
}
