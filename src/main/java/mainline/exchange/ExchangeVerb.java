package mainline.exchange;

import static mainline.record.Hearer.followers;

import java.util.List;
import mainline.record.Hearer;
import mainline.record.Verb;

/** What is done between one handbook and another. */
enum ExchangeVerb implements Verb {
    HANDBOOK_FORKED("handbook.forked", followers()),
    HANDBOOK_BEGUN_ELSEWHERE("handbook.begun-elsewhere", followers()),
    HANDBOOK_OFFERED("handbook.offered", followers());

    private final String code;
    private final List<Hearer> hearers;

    ExchangeVerb(String code, Hearer... hearers) {
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
