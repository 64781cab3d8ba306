package mainline.look;

import java.util.List;

/**
 * Every option against every other, as a table: how many rank the option of the row above the option of the column.
 *
 * @param numbers of the options, which head the columns
 * @param names of the options, which head the rows
 * @param votes by row and column, in the order of the names; the diagonal is not shown
 */
public record Pairwise(List<Integer> numbers, List<String> names, long[][] votes) {
    long cell(int row, int column) {
        return votes[row][column];
    }

    boolean beats(int row, int column) {
        return votes[row][column] > votes[column][row];
    }

    boolean isTie(int row, int column) {
        return votes[row][column] == votes[column][row];
    }
}
