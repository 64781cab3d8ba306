package mainline.results;

/** How many trials a practice has and what their authors would do with it, counted as they are. */
public record Evidence(int yes, int changes, int no) {
    public static final Evidence NONE = new Evidence(0, 0, 0);

    public int trials() {
        return yes + changes + no;
    }
}
