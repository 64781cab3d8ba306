package mainline.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainline.community.Here;
import mainline.kernel.Subject;
import mainline.look.Line;
import org.springframework.stereotype.Component;

/** Draws the chain for pages. */
@Component
public class ChainView {
    private final Chain chain;

    ChainView(Chain chain) {
        this.chain = chain;
    }

    /** The line as the viewer sees it, from the page of {@code current}; empty steps are still ahead. */
    public Line line(Here here, Subject current) {
        return line(here, chain.nodes(current), current);
    }

    /**
     * The same from one of several pages that {@code current} put there, which its station names.
     *
     * @param path of that page, below the community's
     */
    public Line line(Here here, Subject current, String title, String path) {
        List<Line.Station> stations = line(here, current).stations().stream()
                .map(station -> station.isHere()
                        ? new Line.Station(title, station.note(), here.path(path), station.state())
                        : station)
                .toList();
        return new Line(stations);
    }

    /** Small lines for a page of a list: each thread's line, from its furthest node, by the subject that began it. */
    public Map<Subject, Line> lines(Here here, List<Subject> threads) {
        Map<Subject, Line> lines = new HashMap<>();
        chain.nodes(here.id(), threads)
                .forEach((thread, nodes) ->
                        lines.put(thread, line(here, nodes, nodes.getLast().subject())));
        return lines;
    }

    private static Line line(Here here, List<Node> nodes, Subject current) {
        Map<Step, List<Node>> bySteps = new EnumMap<>(Step.class);
        nodes.forEach(node ->
                bySteps.computeIfAbsent(node.step(), step -> new ArrayList<>()).add(node));
        Step reached = nodes.stream().map(Node::step).max(Step::compareTo).orElse(Step.IDEA);
        List<Node> own =
                nodes.stream().filter(node -> node.subject().equals(current)).toList();
        Step shown = own.stream()
                .filter(Node::isEnded)
                .findFirst()
                .or(() -> own.stream().max(Comparator.comparing(Node::step)))
                .map(Node::step)
                .orElse(reached);
        List<Line.Station> stations = new ArrayList<>();
        for (Step step : Step.values()) {
            List<Node> at = bySteps.getOrDefault(step, List.of());
            stations.add(station(here, step, at, step == shown));
        }
        return new Line(stations);
    }

    private static Line.Station station(Here here, Step step, List<Node> at, boolean isShown) {
        if (at.isEmpty()) return new Line.Station(here.say("chain.step." + step), "", null, Line.State.AHEAD);
        Node last = at.getLast();
        String note = at.size() == 1
                ? here.say(last.note())
                : here.say("chain.and-more", here.say(last.note()), at.size() - 1);
        Line.State state = !isShown ? Line.State.DONE : last.isEnded() ? Line.State.ENDED : Line.State.HERE;
        return new Line.Station(here.say(last.label()), note, here.path(last.path()), state);
    }
}
