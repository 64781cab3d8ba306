package mainline.handbook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import mainline.community.Community;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Who oversees what and what is asked where, as it holds now.
 *
 * @param areas in the order of the file, the whole handbook among them
 * @param commit whose {@code STEWARDS.yml} counts; null as long as there was none, when those count who were named without it
 * @param broken why the present file does not count; null when it does
 * @param warnings what is odd about the file that counts and does no harm
 */
public record Roster(
        CommunityId community,
        List<Area> areas,
        @Nullable String commit,
        @Nullable Broken broken,
        List<Odd> warnings) {

    /**
     * @param line of the file, 0 when it is none in particular
     * @param gaps of the sentence that says what is wrong
     */
    public record Broken(int line, Flaw flaw, List<Object> gaps) {
        public Reason reason() {
            return new Reason(flaw.key(), gaps);
        }
    }

    /** @param leaderless whether nobody holds the whole handbook in their term */
    public record Odd(Reason reason, boolean leaderless) {
        static Odd of(String key, Object... gaps) {
            return new Odd(Reason.of(key, gaps), false);
        }
    }

    /**
     * What holds for one file, from the most specific area that says something about it.
     *
     * @param files the endings of what may lie there; empty for any
     * @param largest how many bytes it may have; {@link Long#MAX_VALUE} for as many as anywhere
     */
    public record Rules(int approvals, int endorsements, Duration cooling, List<String> files, long largest) {
        private static final Duration WHILE_YOUNG = Duration.ofHours(1);
        private static final Duration DAY = Duration.ofDays(1);

        /**
         * How long what a change says stays open. In a young community an hour is enough where no more than a day is asked for;
         * who asks for more does so on purpose.
         *
         * @param founded when the community began
         * @param said since when the change has said it
         */
        public Duration cooling(Instant founded, Instant said) {
            return isShorterWhileYoung() && said.isBefore(founded.plus(Community.YOUNG)) ? WHILE_YOUNG : cooling;
        }

        public boolean isShorterWhileYoung() {
            return cooling.compareTo(WHILE_YOUNG) > 0 && cooling.compareTo(DAY) <= 0;
        }

        /** Whether a file of that name may lie there. */
        public boolean allows(String path) {
            String name = PagePaths.name(path).toLowerCase(java.util.Locale.ROOT);
            return files.isEmpty() || files.stream().anyMatch(ending -> name.endsWith("." + ending));
        }
    }

    /** The areas that hold a file or folder, the outermost first. */
    public List<Area> areasOf(String path) {
        return areas.stream()
                .filter(area -> area.holds(path))
                .sorted(Comparator.comparing(area -> new AreaPath(area.path()), AreaPath.SPECIFIC))
                .toList();
    }

    /** The most specific area of a file or folder. */
    public Area areaOf(String path) {
        return areasOf(path).getLast();
    }

    /** Who oversees a file or folder: first the stewards of its most specific area, last those of the whole handbook. */
    public List<Steward> stewardsOf(String path) {
        List<Steward> stewards = new ArrayList<>();
        for (Area area : areasOf(path).reversed())
            for (Steward steward : area.stewards())
                if (stewards.stream().noneMatch(other -> other.person().equals(steward.person())))
                    stewards.add(steward);
        return stewards;
    }

    public boolean oversees(PersonId person, String path) {
        return stewardsOf(path).stream().anyMatch(steward -> steward.person().equals(person));
    }

    /** The paths of all areas this person oversees. */
    public List<String> areasOf(PersonId person) {
        return all().stream()
                .filter(steward -> steward.person().equals(person))
                .map(Steward::area)
                .toList();
    }

    /** Patterns for a database, of the paths this person oversees. */
    public List<String> patternsOf(PersonId person) {
        return areasOf(person).stream()
                .map(area -> new AreaPath(area).files().pattern())
                .toList();
    }

    /** Everybody who oversees anything, by area and seniority. */
    public List<Steward> all() {
        return areas.stream()
                .sorted(Comparator.comparing(Area::path))
                .flatMap(area -> area.stewards().stream())
                .toList();
    }

    /** Whether this person oversees the whole of an area, be there such an area or not. */
    boolean covers(PersonId person, AreaPath area) {
        return all().stream()
                .filter(steward -> steward.person().equals(person))
                .map(steward -> new AreaPath(steward.area()))
                .anyMatch(own -> own.text().equals(area.text())
                        || (own.within().equals(own.text()) && PagePaths.isWithin(area.within(), own.text())));
    }

    public Rules rules(String path) {
        List<Area> around = areasOf(path).reversed();
        return new Rules(
                most(around, AreaRules::approvals, 1),
                most(around, AreaRules::endorsements, 1),
                most(around, AreaRules::cooling, Duration.ZERO),
                most(around, AreaRules::files, List.of()),
                most(around, AreaRules::largest, Long.MAX_VALUE));
    }

    private static <T> T most(List<Area> specificFirst, Function<AreaRules, @Nullable T> rule, T otherwise) {
        return specificFirst.stream()
                .map(area -> rule.apply(area.rules()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(otherwise);
    }
}
