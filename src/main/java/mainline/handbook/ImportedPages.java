package mainline.handbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import mainline.git.GitRepository;
import mainline.git.Written;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Which files of a history that was brought along are pages, and what is odd about the files there are now.
 *
 * @param told a line for each thing, the first hundred
 */
record ImportedPages(List<String> pages, List<String> told) {
    private static final int MOST_TOLD = 100;
    private static final int LONGEST_PATH = 500;

    static ImportedPages of(GitRepository git, ObjectId head) {
        List<String> pages = new ArrayList<>();
        List<String> told = new ArrayList<>();
        TreeSet<String> plain = new TreeSet<>(git.files(head).keySet());
        List<String> all = git.paths(head);
        for (String path : all) {
            if (!path.endsWith(".md")) continue;
            Written written = plain.contains(path) ? git.written(head, path).orElse(null) : null;
            if (!plain.contains(path)) told.add(path + ": is a link to another file or repository, and no page");
            else if (written == null)
                told.add(path + ": its name is not written in UTF-8; it is no page until renamed");
            else if (path.length() > LONGEST_PATH)
                told.add(path.substring(0, 100) + "…: its name is too long for a page");
            else {
                pages.add(path);
                if (!written.encoding().isEmpty())
                    told.add(path + ": is not written in UTF-8; it is read as " + written.encoding());
                else if (!written.whole()) told.add(path + ": has letters that cannot be read");
            }
        }
        told.addAll(alike(all));
        return new ImportedPages(List.copyOf(pages), shortened(told));
    }

    /** Files and folders that some systems take for the same. */
    private static List<String> alike(List<String> files) {
        TreeSet<String> names = new TreeSet<>(files);
        for (String file : files) names.addAll(BookOrder.above(PagePaths.folder(file)));
        Map<String, List<String>> spelled = new TreeMap<>();
        for (String name : names)
            spelled.computeIfAbsent(PagePaths.alike(name), key -> new ArrayList<>())
                    .add(name);
        // What lies in two such folders is told by these.
        return spelled.values().stream()
                .filter(same -> same.stream().map(PagePaths::name).distinct().count() > 1)
                .map(same -> String.join(" and ", same) + ": are the same on some computers")
                .toList();
    }

    private static List<String> shortened(List<String> told) {
        if (told.size() <= MOST_TOLD) return List.copyOf(told);
        List<String> first = new ArrayList<>(told.subList(0, MOST_TOLD));
        first.add("and " + (told.size() - MOST_TOLD) + " more");
        return List.copyOf(first);
    }
}
