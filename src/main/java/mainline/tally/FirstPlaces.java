package mainline.tally;

/** How many put each option, alone, in the first place. */
final class FirstPlaces {
    private FirstPlaces() {}

    /** Per option, option 1 first; a ballot whose first place is shared counts for none. */
    static long[] of(Votes votes) {
        long[] first = new long[votes.options()];
        for (int row = 0; row < votes.size(); row++) {
            int favourite = favourite(votes, row);
            if (favourite > 0) first[favourite - 1] += votes.weight(row);
        }
        return first;
    }

    /** The one option in the first place, or 0 when several share it. */
    private static int favourite(Votes votes, int row) {
        int favourite = 0;
        int best = Votes.LAST;
        for (int option = 1; option <= votes.options(); option++) {
            if (!votes.named(row, option)) continue;
            int rank = votes.rank(row, option);
            if (rank == best) favourite = 0;
            if (rank < best) {
                best = rank;
                favourite = option;
            }
        }
        return favourite;
    }
}
