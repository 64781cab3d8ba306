package mainline.community;

/** Who may read a community, and so who may know that there is one. */
public enum Visibility {
    EVERYBODY,
    MEMBERS
}
