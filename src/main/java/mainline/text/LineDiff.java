package mainline.text;

import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HashedSequence;
import org.eclipse.jgit.diff.HashedSequenceComparator;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.LowLevelDiffAlgorithm;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.merge.MergeAlgorithm;

/**
 * How texts are compared line by line. Where thousands of lines have nothing but lines that come again and again, they are taken
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

    /** How two texts that grew out of the same become one. */
    public static MergeAlgorithm merging() {
        return new MergeAlgorithm(algorithm());
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
