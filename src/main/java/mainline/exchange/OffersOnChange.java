package mainline.exchange;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mainline.changes.Change;
import mainline.changes.ChangeLook;
import mainline.changes.ChangePanel;
import mainline.changes.Changes;
import mainline.community.Community;
import mainline.community.Here;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.look.Fragments;
import mainline.people.Person;
import mainline.results.Practice;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * On a change of the origin: the fork it comes from and how its trials went there. On a merged change of a fork: that it can be
 * offered, and as what it was. Nobody learns by it of a community that they may not know of.
 */
@Component
@Order(20)
class OffersOnChange implements ChangePanel {
    /**
     * @param fork null when the viewer may not know of it
     * @param practices those the fork tried, for links
     * @param tried live where the fork can be seen, else what was taken along; null when there is neither
     */
    record Arrived(
            Here here, Offer offer, @Nullable Community fork, List<Practice> practices, Offer.@Nullable Tried tried) {}

    /** @param made with the names of the changes it became */
    record Offered(Here here, Change change, Community origin, List<Made> made) {}

    record Made(Subject change, String title, boolean merged) {}

    private final Offers offers;
    private final Forks forks;
    private final ForkTrials trials;
    private final Changes changes;
    private final Fragments fragments;

    OffersOnChange(Offers offers, Forks forks, ForkTrials trials, Changes changes, Fragments fragments) {
        this.offers = offers;
        this.forks = forks;
        this.trials = trials;
        this.changes = changes;
        this.fragments = fragments;
    }

    @Override
    public @Nullable Content of(ChangeLook look) {
        Change change = look.change();
        Here here = look.here();
        Person viewer = here.person();
        PersonId person = viewer == null ? null : viewer.id();
        Offer offer = offers.find(change.subject()).orElse(null);
        return offer != null ? arrived(here, offer, change, person) : offered(here, change, person);
    }

    private @Nullable Content arrived(Here here, Offer offer, Change change, @Nullable PersonId viewer) {
        Community fork = forks.seen(offer.fork(), viewer).orElse(null);
        Offer.Tried tried = fork == null
                ? offer.tried()
                : trials.of(fork.id(), change.paths()).orElse(offer.tried());
        if (fork == null && tried == null) return null;
        List<Practice> practices = fork == null ? List.of() : trials.practices(fork.id(), change.paths());
        return fragments.of("exchange/arrived", new Arrived(here, offer, fork, practices, tried));
    }

    private @Nullable Content offered(Here here, Change change, @Nullable PersonId viewer) {
        if (!(change.state() instanceof Change.Merged)) return null;
        Community origin = forks.find(here.id())
                .flatMap(fork -> forks.origin(fork, viewer))
                .orElse(null);
        if (origin == null) return null;
        List<Made> made = new ArrayList<>();
        for (Offer each : offers.of(change.subject()))
            changes.find(origin.id(), each.change().number())
                    .map(found -> new Made(found.subject(), found.title(), found.state() instanceof Change.Merged))
                    .filter(Objects::nonNull)
                    .ifPresent(made::add);
        if (made.isEmpty() && !here.isMember()) return null;
        return fragments.of("exchange/offered", new Offered(here, change, origin, made));
    }
}
