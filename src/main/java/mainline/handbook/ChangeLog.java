package mainline.handbook;

import java.util.List;

/**
 * What came into the handbook between two commits of its line.
 *
 * @param areas the merged changes by the folder they touched, the whole handbook last
 * @param changes how many merged changes there are, as far as was looked
 * @param others how many commits came otherwise, by an import for instance
 * @param lines the first lines of the newest of those
 * @param whole false when there was more than was looked at
 */
public record ChangeLog(List<Area> areas, int changes, int others, List<String> lines, boolean whole) {
    /** @param folder empty for what lies in none, or in more than one */
    public record Area(String folder, List<Entry> entries) {}

    /**
     * A merged change.
     *
     * @param authors their names, with commas between
     * @param paths the files it touched, at most twenty
     * @param touched how many files it touched
     */
    public record Entry(long change, String title, String authors, List<String> paths, int touched) {}

    boolean isEmpty() {
        return changes == 0 && others == 0;
    }
}
