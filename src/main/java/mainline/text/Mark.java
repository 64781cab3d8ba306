package mainline.text;

/** A place in a text that calls somebody or something by a name. */
public sealed interface Mark permits Mention, Reference {
    /** As it stands in the text, as safe mark-up. */
    String written();
}
