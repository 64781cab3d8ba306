package mainline.decisions;

/** How a question is settled, from the lightest; each is the escalation of the one before. A temperature check binds nobody. */
public enum Method {
    TEMPERATURE,
    LAZY_CONSENSUS,
    CONSENT,
    SHOW_OF_HANDS,
    APPROVAL,
    RANKED,
    EQUAL_SHARES,
    SEATS
}
