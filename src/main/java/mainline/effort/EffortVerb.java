package mainline.effort;

import static mainline.record.Hearer.asked;
import static mainline.record.Hearer.followers;
import static mainline.record.Hearer.nobody;
import static mainline.record.Hearer.owner;
import static mainline.record.Hearer.settling;

import java.util.List;
import mainline.record.Hearer;
import mainline.record.Verb;

/** What is done about needs, pledges and contributions. */
enum EffortVerb implements Verb {
    NEED_STATED("need.stated", followers()),
    NEED_CHANGED("need.changed", followers()),
    PLEDGE_MADE("pledge.made", owner(), followers()),
    PLEDGE_CHANGED("pledge.changed", owner(), followers()),
    PLEDGE_RELEASED("pledge.released", owner(), followers()),
    CONTRIBUTION_LOGGED(
            "contribution.logged", asked("whoever promised effort to the same, and may confirm it"), followers()),
    CONTRIBUTION_CONFIRMED("contribution.confirmed", settling(), owner()),
    CONTRIBUTION_CONFIRMED_WITH_INTEREST("contribution.confirmed-with-interest", owner(), followers()),
    CONTRIBUTION_WITHDRAWN("contribution.withdrawn", nobody("it did not count yet"));

    private final String code;
    private final List<Hearer> hearers;

    EffortVerb(String code, Hearer... hearers) {
        this.code = code;
        this.hearers = List.of(hearers);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public List<Hearer> hearers() {
        return hearers;
    }
}
