package mainline.changes;

/** The text of a draft, before anybody made a commit of it. */
public record DraftText(String path, String text) {}
