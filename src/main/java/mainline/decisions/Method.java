package mainline.decisions;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** How a question is settled, from the lightest; each is the escalation of the one before. A temperature check binds nobody. */
public enum Method {
    TEMPERATURE,
    LAZY_CONSENSUS,
    CONSENT,
    SHOW_OF_HANDS,
    PLURALITY,
    DATES,
    APPROVAL,
    SCORE,
    DOTS,
    RANKED,
    EQUAL_SHARES,
    SEATS;

    static final Set<Method> COUNTED =
            Arrays.stream(values()).filter(Method::isCounted).collect(Collectors.toUnmodifiableSet());

    /** Whether people choose among options; else they answer about one thing. */
    public boolean hasOptions() {
        return switch (this) {
            case PLURALITY, DATES, APPROVAL, SCORE, DOTS, RANKED, EQUAL_SHARES, SEATS -> true;
            case TEMPERATURE, LAZY_CONSENSUS, CONSENT, SHOW_OF_HANDS -> false;
        };
    }

    /** Whether ballots are cast and counted; else concerns and consents settle it. */
    public boolean isCounted() {
        return switch (this) {
            case LAZY_CONSENSUS, CONSENT -> false;
            case TEMPERATURE, SHOW_OF_HANDS, PLURALITY, DATES, APPROVAL, SCORE, DOTS, RANKED, EQUAL_SHARES, SEATS ->
                true;
        };
    }

    /** Whether it is so light that who comes while it is open may as well have been there from the start. */
    boolean isLight() {
        return switch (this) {
            case TEMPERATURE, LAZY_CONSENSUS, SHOW_OF_HANDS, PLURALITY, DATES, APPROVAL, SCORE, DOTS -> true;
            case CONSENT, RANKED, EQUAL_SHARES, SEATS -> false;
        };
    }

    /** Whether each on the roll owes it a vote; else silence, or a feeling, is an answer as well. */
    boolean wantsEachVote() {
        return isCounted() && this != TEMPERATURE;
    }

    /** Whether it is a vote that binds: then its asker can say how many have to take part, and announce it first. */
    boolean isVote() {
        return isCounted() && this != TEMPERATURE;
    }

    /** Whether each option has to be picked, or given points, by so many. */
    boolean needsSupporters() {
        return switch (this) {
            case PLURALITY, DATES, APPROVAL, SCORE, DOTS -> true;
            case TEMPERATURE, LAZY_CONSENSUS, CONSENT, SHOW_OF_HANDS, RANKED, EQUAL_SHARES, SEATS -> false;
        };
    }

    /** Whether as many options can win as its asker says. */
    boolean takesSeats() {
        return switch (this) {
            case APPROVAL, SCORE, DOTS, SEATS -> true;
            case TEMPERATURE, LAZY_CONSENSUS, CONSENT, SHOW_OF_HANDS, PLURALITY, DATES, RANKED, EQUAL_SHARES -> false;
        };
    }

    /** Whether a tie that nothing else breaks goes to the public lot. */
    boolean drawsLots() {
        return switch (this) {
            case RANKED, EQUAL_SHARES, SEATS -> true;
            case TEMPERATURE, LAZY_CONSENSUS, CONSENT, SHOW_OF_HANDS, PLURALITY, DATES, APPROVAL, SCORE, DOTS -> false;
        };
    }

    /** Whether what it is used for can be undone lightly. */
    public boolean isReversible() {
        return switch (this) {
            case TEMPERATURE, LAZY_CONSENSUS, CONSENT, SHOW_OF_HANDS, PLURALITY, DATES, APPROVAL, SCORE, DOTS -> true;
            case RANKED, EQUAL_SHARES, SEATS -> false;
        };
    }

    /** Whether not to pass is an answer, after which the same is not asked again for a while; else too few just took part. */
    boolean saysNo() {
        return switch (this) {
            case LAZY_CONSENSUS, CONSENT, SHOW_OF_HANDS, RANKED -> true;
            case TEMPERATURE, PLURALITY, DATES, APPROVAL, SCORE, DOTS, EQUAL_SHARES, SEATS -> false;
        };
    }
}
