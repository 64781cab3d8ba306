package mainline.text;

import java.util.List;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HashedSequence;
import org.eclipse.jgit.diff.HashedSequenceComparator;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.LowLevelDiffAlgorithm;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;

/**
 * How texts are compared line by line, or part by part. Where thousands of lines have nothing but lines that come again and again, they are taken
 * for replaced as a whole, since looking for the shortest difference would take minutes.
 */
public final class LineDiff {
    private static final int MOST_LINES = 6000;

    private LineDiff() {}

    public static DiffAlgorithm algorithm() {
        HistogramDiff histogram = new HistogramDiff();
        histogram.setFallbackAlgorithm(new Bounded());
        return histogram;
    }

    /** What differs between two rows of lines or words, in order, in places counted from 0. */
    static EditList of(List<String> before, List<String> after) {
        return algorithm().diff(Parts.SAME, new Parts(before), new Parts(after));
    }

    /** The lines that only the text after has. */
    public static List<String> added(List<String> before, List<String> after) {
        return of(before, after).stream()
                .flatMap(edit -> after.subList(edit.getBeginB(), edit.getEndB()).stream())
                .toList();
    }

    /** How two texts that grew out of the same become one. */
    public static MergeAlgorithm merging() {
        return new MergeAlgorithm(algorithm());
    }

    private static final class Parts extends Sequence {
        static final SequenceComparator<Parts> SAME = new SequenceComparator<>() {
            @Override
            public boolean equals(Parts one, int at, Parts other, int there) {
                return one.parts.get(at).equals(other.parts.get(there));
            }

            @Override
            public int hash(Parts parts, int at) {
                return parts.parts.get(at).hashCode();
            }
        };
        private final List<String> parts;

        Parts(List<String> parts) {
            this.parts = parts;
        }

        @Override
        public int size() {
            return parts.size();
        }
    }

    private static final class Bounded extends LowLevelDiffAlgorithm {
        @Override
        public <S extends Sequence> void diffNonCommon(
                EditList edits,
                HashedSequenceComparator<S> comparator,
                HashedSequence<S> before,
                HashedSequence<S> after,
                Edit region) {
            boolean few = region.getLengthA() + region.getLengthB() <= MOST_LINES;
            if (few && MyersDiff.INSTANCE instanceof LowLevelDiffAlgorithm shortest)
                shortest.diffNonCommon(edits, comparator, before, after, region);
            else edits.add(region);
        }
    }
}
