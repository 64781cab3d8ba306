package mainline.mission;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import mainline.community.Visibility;
import mainline.decisions.Rules;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A version of all that a community has agreed about itself: name, tagline, mission and the rules of deciding.
 *
 * @param rules null when it leaves the rules as they are
 * @param visibility who shall read the community; null when it leaves that as it is
 * @param base the version it was written on
 * @param why its author's reason; empty when none was given
 */
public record Charter(
        Subject subject,
        MissionText text,
        String name,
        String tagline,
        @Nullable Rules rules,
        @Nullable Visibility visibility,
        int base,
        String why,
        CharterStage stage) {

    static Subject subject(CommunityId community, int version) {
        return new Subject(community, Subject.Kind.MISSION, version);
    }

    public int version() {
        return text.version();
    }

    public String path() {
        return subject.path();
    }

    /** The numbers of clauses that read otherwise here, or stand in only one of the two. */
    Set<Integer> clausesChangedSince(Charter before) {
        Set<Integer> changed = new TreeSet<>();
        Set<Integer> numbers = new TreeSet<>();
        text.clauses().forEach(clause -> numbers.add(clause.number()));
        before.text().clauses().forEach(clause -> numbers.add(clause.number()));
        for (int number : numbers) if (!text.textOf(number).equals(before.text().textOf(number))) changed.add(number);
        return changed;
    }

    /** Word for word, so that what was turned down is not put again at once. */
    boolean saysTheSameAs(Charter other) {
        return !differsFrom(other)
                && Objects.equals(rules, other.rules())
                && Objects.equals(visibility, other.visibility());
    }

    boolean differsFrom(Charter before) {
        return (rules != null && !rules.equals(before.rules()))
                || (visibility != null && visibility != before.visibility())
                || !name.equals(before.name())
                || !tagline.equals(before.tagline())
                || !text.statement().equals(before.text().statement())
                || !clausesChangedSince(before).isEmpty();
    }
}
