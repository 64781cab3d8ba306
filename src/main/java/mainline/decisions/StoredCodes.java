package mainline.decisions;

import mainline.kernel.Codes;

/** What methods and completions are called in every table. */
final class StoredCodes {
    static final Codes<Method> METHODS = Codes.of(Method.class, method -> switch (method) {
        case TEMPERATURE -> "TEMPERATURE";
        case LAZY_CONSENSUS -> "LAZY_CONSENSUS";
        case CONSENT -> "CONSENT";
        case SHOW_OF_HANDS -> "SHOW_OF_HANDS";
        case PLURALITY -> "PLURALITY";
        case DATES -> "DATES";
        case APPROVAL -> "APPROVAL";
        case SCORE -> "SCORE";
        case DOTS -> "DOTS";
        case RANKED -> "RANKED";
        case EQUAL_SHARES -> "EQUAL_SHARES";
        case SEATS -> "SEATS";
    });

    static final Codes<Completion> COMPLETIONS = Codes.of(Completion.class, completion -> switch (completion) {
        case ADD1 -> "ADD1";
        case EXHAUSTIVE -> "EXHAUSTIVE";
    });

    /** How everything was completed before there was a choice. */
    static final String FIRST_COMPLETION = "ADD1";

    private StoredCodes() {}
}
