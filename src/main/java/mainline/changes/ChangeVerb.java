package mainline.changes;

import static mainline.record.Hearer.asked;
import static mainline.record.Hearer.followers;
import static mainline.record.Hearer.nobody;
import static mainline.record.Hearer.owner;
import static mainline.record.Hearer.settling;

import java.util.List;
import mainline.record.Hearer;
import mainline.record.Verb;

/** What is done with a change itself. */
public enum ChangeVerb implements Verb {
    PROPOSED(
            "change.proposed",
            asked("the stewards it needs, whoever knows the lines, whoever is asked by name"),
            followers()),
    DRAFTED("change.drafted", followers()),
    REVISED("change.revised", asked("whoever has an open concern, whose approval fell"), followers()),
    WITHDRAWN("change.withdrawn", settling(), followers()),
    ENACTED_BY_DECISION("change.enacted-by-decision", settling(), owner(), followers()),
    ENACTED_BY_PERSON("change.enacted-by-person", settling(), followers()),
    ENACTED_BY_RULE("change.enacted-by-rule", settling(), owner(), followers()),
    CITED("change.cited", nobody("it names a clause, and changes nothing"));

    private final String code;
    private final List<Hearer> hearers;

    ChangeVerb(String code, Hearer... hearers) {
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
