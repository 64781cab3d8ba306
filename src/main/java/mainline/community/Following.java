package mainline.community;

/** How much somebody hears of a thing, by the module that knows. */
public interface Following {
    /**
     * @param what the key of a thing, or a path of the handbook that begins with a slash
     * @return {@code all}, {@code asks} or {@code nothing}
     */
    String level(Member member, String what);
}
