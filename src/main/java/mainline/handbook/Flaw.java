package mainline.handbook;

import mainline.kernel.Codes;

/** Why a {@code STEWARDS.yml} does not count. Stored by the key of the message that says so. */
public enum Flaw {
    TOO_BIG("stewards.file.too-big"),
    NOT_TEXT("stewards.file.not-text"),
    SYNTAX("stewards.file.syntax"),
    TAB("stewards.file.tab"),
    DOCUMENTS("stewards.file.documents"),
    ANCHOR("stewards.file.anchor"),
    DEEP("stewards.file.deep"),
    SHAPE("stewards.file.shape"),
    NO_AREAS("stewards.file.no-areas"),
    NO_PATH("stewards.file.no-path"),
    PATH_ODD("stewards.file.path-odd"),
    AREA_TWICE("stewards.file.area-twice"),
    NAME_LONG("stewards.file.name-long"),
    NO_HANDLE("stewards.file.no-handle"),
    HANDLE_ODD("stewards.file.handle-odd"),
    STEWARD_TWICE("stewards.file.steward-twice"),
    DATE_ODD("stewards.file.date-odd"),
    TERM_ODD("stewards.file.term-odd"),
    NUMBER_ODD("stewards.file.number-odd"),
    COOLING_ODD("stewards.file.cooling-odd"),
    FILES_ODD("stewards.file.files-odd"),
    LARGEST_ODD("stewards.file.largest-odd"),
    KEY_ODD("stewards.file.key-odd"),
    KEY_TWICE("stewards.file.key-twice"),
    MANY("stewards.file.many"),
    GONE("stewards.file.gone"),
    ROOTLESS("stewards.file.rootless");

    static final Codes<Flaw> CODES = Codes.of(Flaw.class, flaw -> flaw.key);

    private final String key;

    Flaw(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
