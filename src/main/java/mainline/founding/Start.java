package mainline.founding;

/** What a community may begin from: what others of its kind have found to work, or nothing. */
public enum Start {
    ASSOCIATION("association"),
    PRACTICE("practice"),
    COOPERATIVE("cooperative"),
    OPEN_SOURCE("open-source"),
    NETWORK("network"),
    EMPTY("");

    private final String folder;

    Start(String folder) {
        this.folder = folder;
    }

    /** Where its texts lie. */
    String folder() {
        return folder;
    }
}
