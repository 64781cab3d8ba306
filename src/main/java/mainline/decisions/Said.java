package mainline.decisions;

/**
 * What a voter says with an open ballot; both may be empty.
 *
 * @param reason published with the ballot
 * @param interest what the voter gains by it, published with the ballot
 */
public record Said(String reason, String interest) {
    static final Said NOTHING = new Said("", "");

    Said tidy() {
        return new Said(reason.strip(), interest.strip());
    }
}
