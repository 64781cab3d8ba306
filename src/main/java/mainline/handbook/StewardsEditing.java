package mainline.handbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import mainline.handbook.StewardsFile.Entry;
import mainline.handbook.StewardsFile.Seat;
import mainline.handbook.StewardsFile.Unreadable;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes single lines of {@code STEWARDS.yml}. What comes out is read again; if it does not say what it should, because
 * somebody wrote the file in an unusual way, it is written anew.
 */
final class StewardsEditing {
    private final List<String> lines;
    /** What comes in the place of these lines; nothing to take one away. */
    private final Map<Integer, List<String>> replaced = new TreeMap<>();

    private final Map<Integer, List<String>> inserted = new TreeMap<>();

    private StewardsEditing(String text) {
        lines = List.of(text.stripTrailing().split("\n", -1));
    }

    static StewardsFile of(StewardsFile file, List<Entry> wanted) {
        try {
            StewardsFile edited = StewardsFile.of(new StewardsEditing(file.text()).edited(file, wanted));
            if (edited.areas().equals(wanted)) return edited;
        } catch (Unreadable | IllegalStateException unusual) {
            // written anew below
        }
        String comment = file.text()
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .reduce("", (one, next) -> one + next + "\n");
        return StewardsFile.written(comment, wanted);
    }

    private String edited(StewardsFile file, List<Entry> wanted) {
        MappingNode whole = (MappingNode) StewardsReading.root(file.text());
        Node list = whole.getValue().getFirst().getValueNode();
        if (!(list instanceof SequenceNode areas)
                || isInline(areas)
                || areas.getValue().isEmpty()) throw new IllegalStateException("no list to edit");
        for (int n = 0; n < file.areas().size(); n++)
            area(areas.getValue().get(n), file.areas().get(n), wanted.get(n));
        String indent = " ".repeat(areas.getStartMark().getColumn());
        for (Entry added : wanted.subList(file.areas().size(), wanted.size()))
            insert(
                    last(areas),
                    StewardsWriting.lines(added).stream()
                            .map(line -> indent + line)
                            .toList());
        return text();
    }

    private void area(Node node, Entry before, Entry after) {
        if (before.equals(after)) return;
        if (!(node instanceof MappingNode area)
                || isInline(area)
                || !before.name().equals(after.name())) throw new IllegalStateException("not a block of lines");
        list(area, "stewards", before.stewards(), after.stewards(), StewardsWriting::lines, StewardsWriting::inline);
        list(
                area,
                "emeriti",
                before.emeriti(),
                after.emeriti(),
                handle -> List.of("- " + StewardsWriting.handle(handle)),
                StewardsWriting::handle);
    }

    private <T> void list(
            MappingNode area,
            String key,
            List<T> before,
            List<T> after,
            Function<T, List<String>> block,
            Function<T, String> inline) {
        if (before.equals(after)) return;
        NodeTuple pair = pair(area, key);
        String indent = " ".repeat(area.getStartMark().getColumn());
        if (pair == null) {
            NodeTuple above = pair(area, key.equals("emeriti") ? "stewards" : "name");
            Node place = above == null ? required(pair(area, "path")) : above.getValueNode();
            List<String> added = new ArrayList<>(List.of(indent + key + ":"));
            for (T item : after) block.apply(item).forEach(line -> added.add(indent + "  " + line));
            insert(StewardsReading.isEmpty(place) ? keyLine(above, place) : last(place), added);
        } else if (pair.getValueNode() instanceof SequenceNode items && !isInline(items)) {
            items(keyLine(pair, items), items, before, after, block);
        } else {
            String all = String.join(", ", after.stream().map(inline).toList());
            int from = keyLine(pair, pair.getValueNode());
            String behind = comment(last(pair.getValueNode()));
            replace(from, last(pair.getValueNode()), List.of(indent + key + ": [" + all + "]" + behind));
        }
    }

    private <T> void items(
            int keyLine, SequenceNode items, List<T> before, List<T> after, Function<T, List<String>> block) {
        String indent = " ".repeat(items.getStartMark().getColumn());
        int end = last(items);
        for (int n = 0; n < before.size(); n++) {
            Node item = items.getValue().get(n);
            T was = before.get(n);
            if (after.contains(was)) continue;
            T now = after.stream()
                    .filter(other -> isSame(was, other))
                    .findFirst()
                    .orElse(null);
            replace(
                    item.getStartMark().getLine(),
                    last(item),
                    now == null
                            ? List.of()
                            : block.apply(now).stream()
                                    .map(line -> indent + line)
                                    .toList());
        }
        for (T item : after)
            if (before.stream().noneMatch(was -> isSame(was, item)))
                insert(
                        end,
                        block.apply(item).stream().map(line -> indent + line).toList());
        if (after.isEmpty()) {
            String line = lines.get(keyLine);
            replace(keyLine, keyLine, List.of(line.substring(0, line.indexOf(':') + 1) + " []"));
        }
    }

    private static boolean isSame(Object one, Object other) {
        return (one instanceof Seat seat && other instanceof Seat seated)
                ? seat.handle().equals(seated.handle())
                : one.equals(other);
    }

    private static @Nullable NodeTuple pair(MappingNode area, String key) {
        return area.getValue().stream()
                .filter(pair -> pair.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .findFirst()
                .orElse(null);
    }

    private static Node required(@Nullable NodeTuple pair) {
        if (pair == null) throw new IllegalStateException("an area without a path");
        return pair.getValueNode();
    }

    private static int keyLine(@Nullable NodeTuple pair, Node value) {
        return (pair == null ? value : pair.getKeyNode()).getStartMark().getLine();
    }

    private static boolean isInline(CollectionNode<?> node) {
        return node.getFlowStyle() == org.yaml.snakeyaml.DumperOptions.FlowStyle.FLOW;
    }

    /** The last line on which something of it stands. */
    private static int last(Node node) {
        if (node instanceof ScalarNode || (node instanceof CollectionNode<?> all && isInline(all)))
            return node.getEndMark().getLine();
        int last = node.getStartMark().getLine();
        if (node instanceof SequenceNode list) for (Node item : list.getValue()) last = Math.max(last, last(item));
        if (node instanceof MappingNode mapping)
            for (NodeTuple pair : mapping.getValue())
                last = Math.max(last, Math.max(last(pair.getKeyNode()), last(pair.getValueNode())));
        return last;
    }

    /** A comment at the end of a line, with the space before it. */
    private String comment(int line) {
        int hash = lines.get(line).indexOf(" #");
        return hash < 0 ? "" : lines.get(line).substring(hash);
    }

    private void replace(int from, int to, List<String> by) {
        replaced.put(from, by);
        for (int line = from + 1; line <= to; line++) replaced.put(line, List.of());
    }

    private void insert(int after, List<String> added) {
        inserted.computeIfAbsent(after, line -> new ArrayList<>()).addAll(added);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines.size(); line++) {
            replaced.getOrDefault(line, List.of(lines.get(line)))
                    .forEach(one -> text.append(one).append('\n'));
            inserted.getOrDefault(line, List.of())
                    .forEach(one -> text.append(one).append('\n'));
        }
        return text.toString();
    }
}
