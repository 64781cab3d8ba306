package mainline.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainline.exchange.Piece.Kind;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A table from elsewhere. One that only places things on a page, or that is too large, is written cell by cell. */
final class HtmlTable {
    private static final int MOST_COLUMNS = 50;
    private static final int MOST_CELLS = 2_000;

    private final HtmlBlocks blocks;
    private final int depth;

    HtmlTable(HtmlBlocks blocks, int depth) {
        this.blocks = blocks;
        this.depth = depth;
    }

    /** @return false, with nothing written, when it is better read cell by cell */
    boolean write(Element table, Node into, Told told) {
        List<Element> rows = table.select("tr").stream()
                .filter(row -> table.equals(row.closest("table")))
                .toList();
        List<List<@Nullable Element>> grid = grid(rows);
        int columns = grid.stream().mapToInt(List::size).max().orElse(0);
        if (columns < 2 || table.select("table,blockquote").size() > 1) return false;
        if (columns > MOST_COLUMNS || columns * rows.size() > MOST_CELLS) {
            told.changed("large table written cell by cell", "large tables written cell by cell");
            return false;
        }
        for (Element caption : table.select("caption"))
            if (table.equals(caption.closest("table"))) blocks.write(caption, into);
        into.appendChild(block(grid, columns, isHead(rows.getFirst())));
        return true;
    }

    /** Which cell begins at each place; nothing where one from the left or from above goes on. */
    private static List<List<@Nullable Element>> grid(List<Element> rows) {
        List<List<@Nullable Element>> grid = new ArrayList<>();
        Map<Integer, Integer> open = new HashMap<>();
        for (Element row : rows) {
            List<@Nullable Element> places = new ArrayList<>();
            for (Element cell : cells(row)) {
                goOn(places, open);
                for (int i = 0; i < span(cell, "colspan"); i++) {
                    if (span(cell, "rowspan") > 1) open.put(places.size(), span(cell, "rowspan") - 1);
                    places.add(i == 0 ? cell : null);
                }
            }
            goOn(places, open);
            grid.add(places);
        }
        return grid;
    }

    private static void goOn(List<@Nullable Element> places, Map<Integer, Integer> open) {
        while (open.getOrDefault(places.size(), 0) > 0) {
            open.merge(places.size(), -1, Integer::sum);
            places.add(null);
        }
    }

    private TableBlock block(List<List<@Nullable Element>> grid, int columns, boolean named) {
        TableBlock block = new TableBlock();
        TableHead head = new TableHead();
        TableBody body = new TableBody();
        head.appendChild(row(named ? grid.getFirst() : List.of(), columns, true));
        for (var places : grid.subList(named ? 1 : 0, grid.size())) body.appendChild(row(places, columns, false));
        block.appendChild(head);
        if (body.getFirstChild() != null) block.appendChild(body);
        return block;
    }

    private static boolean isHead(Element row) {
        Element parent = row.parent();
        return (parent != null && parent.normalName().equals("thead"))
                || cells(row).stream().allMatch(cell -> cell.normalName().equals("th"));
    }

    private static List<Element> cells(Element row) {
        return row.children().stream()
                .filter(cell -> cell.normalName().matches("t[dh]"))
                .toList();
    }

    private static int span(Element cell, String way) {
        String span = cell.attr(way).strip();
        return span.matches("[1-9]\\d{0,2}") ? Integer.parseInt(span) : 1;
    }

    private TableRow row(List<@Nullable Element> places, int columns, boolean head) {
        TableRow row = new TableRow();
        for (int i = 0; i < columns; i++) {
            Element cell = i < places.size() ? places.get(i) : null;
            row.appendChild(cell == null ? empty(head) : cell(cell, head));
        }
        return row;
    }

    private static TableCell empty(boolean head) {
        TableCell cell = new TableCell();
        cell.setHeader(head);
        return cell;
    }

    private TableCell cell(Element element, boolean head) {
        TableCell cell = empty(head);
        List<Piece> part = new ArrayList<>();
        for (Piece piece : Running.lines(blocks.pieces(element, Piece.Look.PLAIN, depth + 1))) {
            if (piece.kind() != Kind.BREAK) {
                part.add(piece);
                continue;
            }
            move(part, cell);
            cell.appendChild(Inlines.html("<br>"));
        }
        move(part, cell);
        if (cell.getLastChild() instanceof Text last && last.getLiteral().endsWith("\\")) endWithBackslash(last);
        return cell;
    }

    private void move(List<Piece> part, TableCell cell) {
        if (part.isEmpty()) return;
        Node read = blocks.paragraph(part);
        while (read.getFirstChild() != null) cell.appendChild(read.getFirstChild());
        part.clear();
    }

    /** Before the line between two cells it would be read as part of that line. */
    private static void endWithBackslash(Text last) {
        last.setLiteral(last.getLiteral().substring(0, last.getLiteral().length() - 1));
        last.insertAfter(Inlines.html("&#92;"));
    }
}
