package mainline.handbook;

import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.handbook.StewardsFile.Entry;
import mainline.handbook.StewardsFile.Seat;
import mainline.handbook.StewardsFile.Unreadable;
import mainline.platform.Span;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code STEWARDS.yml}: plain lists, keys and words, none of what YAML can do beyond that. */
final class StewardsReading {
    private static final int DEEPEST = 8;
    private static final int MOST_AREAS = 200;
    private static final int MOST_PEOPLE = 50;
    private static final int MOST_ENDINGS = 30;
    private static final int MOST_ASKED = 10;
    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST_COOLING = Duration.ofDays(30);
    private static final Pattern HANDLE = Pattern.compile("@?([\\p{L}\\p{N}-]{1,80})");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}) *(k|m)b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ODD = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF]");

    private StewardsReading() {}

    /** The same text as {@link StewardsFile#text} gets it: line feeds only, no mark of byte order. */
    static String plain(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return plain.replace("\r\n", "\n").replace('\r', '\n');
    }

    static StewardsFile of(String typed) {
        String text = plain(typed);
        if (text.length() > StewardsFile.BIGGEST) throw new Unreadable(0, Flaw.TOO_BIG, StewardsFile.BIGGEST / 1024);
        mustBeText(text);
        MappingNode whole = mapping(root(text), "areas");
        Map<String, Node> keys = keys(whole, Set.of("areas"));
        Node list = keys.get("areas");
        if (list == null) throw new Unreadable(line(whole), Flaw.NO_AREAS);
        List<Entry> areas = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (Node node : items(list, "areas", MOST_AREAS)) {
            Entry area = area(node);
            if (!paths.add(area.path())) throw new Unreadable(line(node), Flaw.AREA_TWICE, area.path());
            areas.add(area);
        }
        return new StewardsFile(text, List.copyOf(areas));
    }

    private static void mustBeText(String text) {
        Matcher odd = ODD.matcher(text);
        if (odd.find())
            throw new Unreadable(
                    (int) text.substring(0, odd.start())
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count()
                            + 1,
                    Flaw.NOT_TEXT);
    }

    /** The nodes of a text, with their places. */
    static Node root(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(StewardsFile.BIGGEST);
        options.setNestingDepthLimit(DEEPEST);
        Yaml yaml = new Yaml(new SafeConstructor(options));
        try {
            onlyPlain(yaml.parse(new StringReader(text)));
            Node root = yaml.compose(new StringReader(text));
            if (root == null) throw new Unreadable(0, Flaw.NO_AREAS);
            return root;
        } catch (MarkedYAMLException odd) {
            int line = odd.getProblemMark() == null ? 0 : odd.getProblemMark().getLine() + 1;
            String[] lines = text.split("\n", -1);
            boolean tab = line > 0 && line <= lines.length && lines[line - 1].matches("\\s*\\t.*");
            throw new Unreadable(line, tab ? Flaw.TAB : Flaw.SYNTAX);
        } catch (YAMLException odd) {
            throw new Unreadable(0, Flaw.SYNTAX);
        }
    }

    /** Looks at one part after the other, so that neither depth nor repetition costs anything. */
    private static void onlyPlain(Iterable<Event> events) {
        int depth = 0;
        int documents = 0;
        for (Event event : events) {
            int line = event.getStartMark() == null ? 0 : event.getStartMark().getLine() + 1;
            if (event instanceof DocumentStartEvent && ++documents > 1) throw new Unreadable(line, Flaw.DOCUMENTS);
            if (event instanceof AliasEvent) throw new Unreadable(line, Flaw.ANCHOR);
            if (event instanceof NodeEvent node && node.getAnchor() != null) throw new Unreadable(line, Flaw.ANCHOR);
            if ((event instanceof ScalarEvent scalar && scalar.getTag() != null)
                    || (event instanceof CollectionStartEvent start && start.getTag() != null))
                throw new Unreadable(line, Flaw.ANCHOR);
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) throw new Unreadable(line, Flaw.DEEP);
            if (event instanceof CollectionEndEvent) depth--;
        }
    }

    private static Entry area(Node node) {
        Map<String, Node> keys = keys(mapping(node, "areas"), Set.of("path", "name", "stewards", "emeriti", "rules"));
        Node path = keys.get("path");
        if (path == null) throw new Unreadable(line(node), Flaw.NO_PATH);
        String typed = word(path, "path");
        AreaPath area = AreaPath.of(typed)
                .filter(found -> !typed.isBlank())
                .orElseThrow(() -> new Unreadable(line(path), Flaw.PATH_ODD, shown(typed)));
        Node name = keys.get("name");
        String called = name == null ? "" : word(name, "name").strip();
        if (called.length() > LONGEST_NAME) throw new Unreadable(line(node), Flaw.NAME_LONG, LONGEST_NAME);
        List<Seat> stewards = new ArrayList<>();
        for (Node steward : items(keys.get("stewards"), "stewards", MOST_PEOPLE)) stewards.add(seat(steward));
        List<String> emeriti = new ArrayList<>();
        for (Node emeritus : items(keys.get("emeriti"), "emeriti", MOST_PEOPLE * 4))
            emeriti.add(handle(emeritus, "emeriti"));
        once(node, stewards.stream().map(Seat::handle).toList());
        once(node, emeriti);
        Node rules = keys.get("rules");
        return new Entry(
                area.text(),
                called,
                List.copyOf(stewards),
                List.copyOf(emeriti),
                rules == null || isEmpty(rules) ? AreaRules.NONE : rules(rules));
    }

    private static void once(Node area, List<String> handles) {
        Set<String> seen = new HashSet<>();
        for (String handle : handles)
            if (!seen.add(handle)) throw new Unreadable(line(area), Flaw.STEWARD_TWICE, handle);
    }

    private static Seat seat(Node node) {
        if (!(node instanceof MappingNode mapping)) return new Seat(handle(node, "stewards"), null, null);
        Map<String, Node> keys = keys(mapping, Set.of("handle", "since", "until"));
        Node handle = keys.get("handle");
        if (handle == null) throw new Unreadable(line(node), Flaw.NO_HANDLE);
        LocalDate since = day(keys.get("since"), "since");
        LocalDate until = day(keys.get("until"), "until");
        if (since != null && until != null && until.isBefore(since))
            throw new Unreadable(line(node), Flaw.TERM_ODD, handle(handle, "handle"));
        return new Seat(handle(handle, "handle"), since, until);
    }

    private static String handle(Node node, String key) {
        String word = word(node, key);
        Matcher handle = HANDLE.matcher(word);
        if (!handle.matches()) throw new Unreadable(line(node), Flaw.HANDLE_ODD, shown(word));
        return Objects.requireNonNull(handle.group(1));
    }

    private static @Nullable LocalDate day(@Nullable Node node, String key) {
        if (node == null) return null;
        String word = word(node, key);
        try {
            LocalDate day = LocalDate.parse(word);
            if (day.getYear() >= 1900 && day.getYear() <= 2999) return day;
        } catch (DateTimeParseException odd) {
            // said below
        }
        throw new Unreadable(line(node), Flaw.DATE_ODD, shown(word));
    }

    private static AreaRules rules(Node node) {
        Map<String, Node> keys =
                keys(mapping(node, "rules"), Set.of("approvals", "endorsements", "cooling", "files", "largest"));
        return new AreaRules(
                number(keys.get("approvals"), "approvals", 1),
                number(keys.get("endorsements"), "endorsements", 0),
                time(keys.get("cooling")),
                endings(keys.get("files")),
                size(keys.get("largest")));
    }

    private static @Nullable Integer number(@Nullable Node node, String key, int least) {
        if (node == null) return null;
        String word = word(node, key);
        if (word.matches("\\d{1,3}")) {
            int number = Integer.parseInt(word);
            if (number >= least && number <= MOST_ASKED) return number;
        }
        throw new Unreadable(line(node), Flaw.NUMBER_ODD, key, least, MOST_ASKED);
    }

    private static @Nullable Duration time(@Nullable Node node) {
        if (node == null) return null;
        Optional<Duration> cooling = Span.read(word(node, "cooling"));
        if (cooling.isPresent() && cooling.get().compareTo(LONGEST_COOLING) <= 0) return cooling.get();
        throw new Unreadable(line(node), Flaw.COOLING_ODD, LONGEST_COOLING.toDays());
    }

    private static @Nullable List<String> endings(@Nullable Node node) {
        if (node == null) return null;
        List<String> endings = new ArrayList<>();
        for (Node item : items(node, "files", MOST_ENDINGS)) {
            String ending = word(item, "files").toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
            if (!ending.matches("[a-z0-9]{1,10}")) throw new Unreadable(line(item), Flaw.FILES_ODD, shown(ending));
            endings.add(ending);
        }
        return List.copyOf(endings);
    }

    private static @Nullable Long size(@Nullable Node node) {
        if (node == null) return null;
        Matcher size = SIZE.matcher(word(node, "largest").strip());
        if (size.matches()) {
            boolean mega = Objects.requireNonNull(size.group(2)).equalsIgnoreCase("m");
            long bytes = Long.parseLong(Objects.requireNonNull(size.group(1))) * (mega ? 1024 * 1024 : 1024);
            if (bytes > 0) return bytes;
        }
        throw new Unreadable(line(node), Flaw.LARGEST_ODD);
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    static boolean isEmpty(@Nullable Node node) {
        return node == null
                || (node instanceof ScalarNode scalar
                        && scalar.isPlain()
                        && scalar.getValue().isEmpty());
    }

    private static MappingNode mapping(Node node, String key) {
        if (node instanceof MappingNode mapping) return mapping;
        throw new Unreadable(line(node), Flaw.SHAPE, key);
    }

    private static Map<String, Node> keys(MappingNode node, Set<String> known) {
        Map<String, Node> keys = new LinkedHashMap<>();
        for (NodeTuple pair : node.getValue()) {
            String key = word(pair.getKeyNode(), "");
            if (!known.contains(key)) throw new Unreadable(line(pair.getKeyNode()), Flaw.KEY_ODD, shown(key));
            if (keys.putIfAbsent(key, pair.getValueNode()) != null)
                throw new Unreadable(line(pair.getKeyNode()), Flaw.KEY_TWICE, key);
        }
        return keys;
    }

    private static List<Node> items(@Nullable Node node, String key, int most) {
        if (node == null || isEmpty(node)) return List.of();
        if (!(node instanceof SequenceNode list)) throw new Unreadable(line(node), Flaw.SHAPE, key);
        if (list.getValue().size() > most) throw new Unreadable(line(node), Flaw.MANY, key, most);
        return list.getValue();
    }

    private static String word(Node node, String key) {
        if (node instanceof ScalarNode scalar
                && (key.isEmpty() || !scalar.getValue().isBlank())) return scalar.getValue();
        throw new Unreadable(line(node), Flaw.SHAPE, key);
    }

    private static String shown(String word) {
        String plain = word.replaceAll("\\s+", " ").strip();
        return plain.length() <= 60 ? plain : plain.substring(0, 59) + "…";
    }
}
