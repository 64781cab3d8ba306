package mainline.exchange;

import mainline.record.Verb;

/** What is done between one handbook and another. */
enum ExchangeVerb implements Verb {
    HANDBOOK_FORKED("handbook.forked"),
    HANDBOOK_BEGUN_ELSEWHERE("handbook.begun-elsewhere"),
    HANDBOOK_OFFERED("handbook.offered");

    private final String code;

    ExchangeVerb(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
