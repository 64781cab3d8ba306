package mainline.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import mainline.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as people's forms and spreadsheets save them: nothing in them is taken for an option in silence. */
final class CsvTableTest {
    private static BallotFile read(String text) {
        return BallotFile.read("f", text.getBytes(StandardCharsets.UTF_8), Format.CSV);
    }

    private static BallotFile fault(String name) {
        return BallotFile.read(SharedData.file("faults/tally/" + name), null);
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Malformed.class).hasMessage(message);
    }

    /** The ballots with the names of the options. */
    private static List<String> ballots(BallotFile file) {
        List<String> ballots = new ArrayList<>();
        for (int row = 0; row < file.votes().size(); row++) {
            List<String> places = file.votes().places(row).stream()
                    .map(place -> String.join(
                            "=",
                            place.stream()
                                    .map(option -> file.options().get(option - 1))
                                    .toList()))
                    .toList();
            ballots.add(file.votes().weight(row) + " " + String.join(" > ", places));
        }
        return ballots;
    }

    @Test
    void the_number_of_a_voter_is_never_an_option() {
        BallotFile file = fault("member3.csv");
        assertThat(ballots(file)).containsExactly("1 Town hall", "1 Library", "1 Boat house");
        assertThat(file.notes())
                .containsExactly(
                        "Taken for options: “Town hall”, “Library”, “Boat house”.",
                        "The column “Member” is taken for no option.");
        refused(
                "Zettel,Library,Pier\n1,1,2\n2,1,2\n3,2,1\n",
                "f:1: column “Zettel” counts the rows: begin its heading with # if it is no option, or put the line"
                        + " “# ballots: rankings” above if every column is one");
        refused(
                "Door,Library,Pier\n1041,1,\n",
                "f:2: column “Door”: the rank “1041” goes beyond the number of options, which is 3");
        refused("Library,Pier,Why\n1,2,near\n", "f:2: column “Why”: a rank must be a whole number, not “near”");
    }

    @Test
    void one_row_for_each_ranking_is_read_as_ballots() {
        assertThat(ballots(fault("long.csv"))).containsExactly("1 3 > 1", "1 2 > 3", "1 3");
        BallotFile weighted = read("""
                candidate;preference;voter;Anzahl;Bemerkung
                Pier;2.;b;4;
                Library;1st;a;1;good
                Library;1.;b;4;
                Pier;3rd;a;1;
                ;;d;2;
                Mill;3;b;4;
                """);
        assertThat(ballots(weighted)).containsExactly("4 Library > Pier > Mill", "1 Library > Pier", "2 ");
        assertThat(weighted.notes())
                .containsExactly(
                        "Each row is taken for one ranking: the column “voter” names the ballot, “preference” the rank and"
                                + " “candidate” the option.",
                        "The column “Bemerkung” is taken for no option.",
                        "The column “Anzahl” is taken for the number of voters.");
    }

    @Test
    void one_row_for_each_approval_is_read_as_ballots() {
        BallotFile file = read("Voter,Project\n7,Pier\n8,Mill\n7,Mill\n7,Mill\n");
        assertThat(file.approvals()).isTrue();
        assertThat(ballots(file)).containsExactly("1 Pier=Mill", "1 Mill");
        assertThat(file.notes())
                .contains(
                        "Each row is taken for one approval: the column “Voter” names the ballot and “Project” the option.",
                        "On one ballot an option comes more than once and counts once: “Mill” in line 2.");
        assertThat(ballots(read("Voter,Project\n7,Pier\n8,Mill\n"))).containsExactly("1 Pier", "1 Mill");
    }

    @Test
    void who_stands_there_twice_is_told() {
        assertThat(read("Mail,A,B\na@field.example,1,2\nb@field.example,2,1\na@field.example,1,2\n")
                        .notes())
                .contains("The column “Mail” holds “a@field.example” more than once; each row is counted as a ballot.");
    }

    @Test
    void rows_of_a_long_table_that_cannot_be_put_together_are_refused_by_line() {
        String table = "ballot,rank,option,weight\n1,1,A,2\n1,2,B,2\n";
        refused(table + ",1,A,2\n", "f:4: column “ballot”: the row does not say to which ballot it belongs");
        refused(table + "1,3,A,5\n", "f:4: column “weight”: the ballot “1” counts 2 in line 2, 5 here");
        refused(table + "2,3,A,1\n", "f:4: column “rank”: the rank “3” goes beyond the number of options, which is 2");
        refused(table + "2,,A,1\n", "f:4: column “rank”: a rank must be a whole number, not “”");
        refused(
                "rank,choice,Haus\n1,A,4\n",
                "f:1: the columns “rank” and “choice” hold rankings, but no column says whose: head it “ballot”, or put the"
                        + " line “# ballots: rankings” above if every column is an option");
        refused(
                "id,member,rank,choice\n1,4,1,A\n",
                "f:1: the columns “rank” and “choice” hold rankings, but both column “id” and column “member” could say"
                        + " whose: begin one with #");
        BallotFile twice = read("voter,choice,preference\n1,A,1\n1,A,2\n1,B,3\n");
        assertThat(ballots(twice)).containsExactly("1 A > B");
        assertThat(twice.notes())
                .contains("On one ballot an option comes more than once and counts once: “A” in line 2.");
    }

    @Test
    void the_grid_of_a_form_is_read_by_what_stands_in_brackets() {
        BallotFile file = fault("forms-grid.csv");
        assertThat(file.title()).isEqualTo("Put the venues in order");
        assertThat(ballots(file))
                .containsExactly(
                        "1 Town hall > Library > Boat house",
                        "2 Library > Town hall > Boat house",
                        "1 Town hall > Library",
                        "1 Library > Boat house > Town hall");
        assertThat(file.notes())
                .contains(
                        "The column “Timestamp” is taken for no option.",
                        "The column “Email Address” is taken for no option.");
        assertThat(ballots(read("Order them [2nd choice],Order them [1st choice]\nPier,Mill\n,Pier\n")))
                .containsExactly("1 Mill > Pier", "1 Pier");
        refused(
                "Q [A],Q [B],R [A],R [B]\n1,2,1,2\n",
                "f:1: there are several questions in it, “Q”, “R”; leave the columns of one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1|2",
                "1.|2.",
                "1st|2nd",
                "1st choice|2nd choice",
                "1er|2e",
                "1ère|2ème",
                "1er choix|2e choix",
                "1º|2º",
                "1ª opción|2ª opción",
                "1. Wahl|2. Wahl",
                "Choice 1|Choice 2",
                "Rang 1|Rang 2",
                "#1|#2",
                "First|Second",
                "Primera opción|Segunda opción",
                "Erste Wahl|Zweite Wahl",
                "Prima scelta|Seconda scelta",
                "Primeira escolha|Segunda escolha",
                "1.0|2.0",
                "\"1,0\"|\"2,0\"",
                "1ro|2do"
            })
    void ranks_are_read_as_people_write_them(String ranks) {
        String[] two = ranks.split("\\|");
        assertThat(ballots(read("A,B\n" + two[1] + "," + two[0] + "\n" + two[0] + ",\n")))
                .containsExactly("1 B > A", "1 A");
    }

    @Test
    void columns_by_rank_count_in_the_order_of_their_ranks() {
        assertThat(ballots(read("2nd choice,1st choice\nAnn,Bo\n,Ann\n"))).containsExactly("1 Bo > Ann", "1 Ann");
        assertThat(ballots(read("Erste Wahl;Zweite Wahl;Warum\nAnn;Bo;so\n"))).containsExactly("1 Ann > Bo");
        refused(
                "1st choice,First choice\nA,B\n",
                "f:1: both column “1st choice” and column “First choice” hold the same rank");
        BallotFile twice = read("1st choice,2nd choice,3rd choice\nAnn,Ann,Bo\n");
        assertThat(ballots(twice)).containsExactly("1 Ann > Bo");
        assertThat(twice.notes())
                .containsExactly(
                        "Taken for the options in order of preference: “1st choice”, “2nd choice”, “3rd choice”.",
                        "On one ballot an option comes more than once and counts once: “Ann” in line 2.");
    }

    @Test
    void ticked_boxes_in_one_column_are_approvals() {
        BallotFile file = fault("approvals.csv");
        assertThat(file.approvals()).isTrue();
        assertThat(file.title()).isEqualTo("Which dates suit you?");
        assertThat(ApprovalVote.count(file.votes(), 1, 0).approvals()).containsExactly(1L, 2L);
        BallotFile twice = read("When?\nMonday;Tuesday;Monday\nTuesday\n");
        assertThat(ballots(twice)).containsExactly("1 Monday=Tuesday", "1 Tuesday");
        assertThat(twice.notes())
                .containsExactly(
                        "The column “When?” is taken for the options that each ballot approves, with semicolons between them.",
                        "On one ballot an option comes more than once and counts once: “Monday” in line 2.");
        BallotFile ordered = read("Start time,Order these\n1:00,Pier;Mill;Quay;\n2:00,Mill;Pier;Quay;\n");
        assertThat(ordered.approvals()).isFalse();
        assertThat(ballots(ordered)).containsExactly("1 Pier > Mill > Quay", "1 Mill > Pier > Quay");
    }

    @Test
    void what_parts_the_cells_is_found_or_said() {
        BallotFile excel = fault("excel-sep.csv");
        assertThat(ballots(excel))
                .containsExactly(
                        "1 Rathaus > Bücherei > Bootshaus", "1 Bücherei > Rathaus > Bootshaus", "1 Bücherei > Rathaus");
        assertThat(ballots(read("Hall, old;Pier\n2;1\n"))).containsExactly("1 Pier > Hall, old");
        assertThat(ballots(read("A\tB; new\n2\t1\n"))).containsExactly("1 B; new > A");
        assertThat(ballots(read("sep=|\nA|B\n2|1\n"))).containsExactly("1 B > A");
        assertThat(ballots(read("A;B\n\"1,0\";2,0\n"))).containsExactly("1 A > B");
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_8))
            assertThat(ballots(BallotFile.read("f", "\ufeffsep=\t\r\nÄ\t\"B\nC\"\r\n2\t1\r\n".getBytes(charset), null)))
                    .containsExactly("1 B C > Ä");
    }

    @Test
    void empty_rows_and_columns_are_no_ballots_and_no_options() {
        BallotFile file = read("A,B,,\n1,2,,\n,,,\n,,,\n2,1,,,,\n");
        assertThat(ballots(file)).containsExactly("1 A > B", "1 B > A");
        assertThat(file.notes()).contains("2 empty rows are counted as no ballots.");
        refused(",A,B\n0,1,2\n", "f:1: column 1 has no heading, but something stands below it");
        refused("A,B,A\n1,2,3\n", "f:1: two columns are called “A”; give each a name of its own, or begin one with #");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mail",
                "E-Mail-Adresse",
                "Name",
                "Your name",
                "Member No.",
                "Mitgliedsnummer",
                "User",
                "Start time",
                "Submit Date",
                "IP Address",
                "Token",
                "ID",
                "ResponseId",
                "Date submitted",
                "Zeitstempel",
                "Marca temporal",
                "Horodateur",
                "Carimbo de data/hora",
                "Informazioni cronologiche",
                "Nombre de usuario",
                "Dirección de correo electrónico",
                "Adresse e-mail",
                "Endereço de e-mail",
                "Indirizzo email",
                "Nom",
                "Nome",
                "Fecha",
                "Comments",
                "Kommentar",
                "Comentarios",
                "Completion time",
                "#anything",
                "No.",
                "Nr.",
                "Nº",
                "N°",
                "Lfd. Nr.",
                "Index"
            })
    void usual_headings_of_forms_are_no_options(String heading) {
        BallotFile file = read(heading + ",Pier,Mill\nx 7,1,2\n");
        assertThat(ballots(file)).containsExactly("1 Pier > Mill");
        assertThat(file.notes()).contains("The column “" + heading + "” is taken for no option.");
    }

    @Test
    void an_option_with_a_usual_heading_is_asked_about() {
        String table = "Start,Pier\n1,2\n2,1\n";
        refused(
                table,
                "f:2: column “Pier”: the rank “2” goes beyond the number of options, which is 1; column “Start” is taken for none");
        refused(
                "Start,Pier,Mill\n1,2,\n2,1,\n1,,2\n",
                "f:1: column “Start” could be an option or tell the voter: begin its heading with #, or put the line"
                        + " “# ballots: rankings” above if every column is an option");
        assertThat(ballots(read("# ballots: rankings\n" + table))).containsExactly("1 Start > Pier", "1 Pier > Start");
        assertThat(read("Yes,No,Time for tea\n1,2,3\n").options()).containsExactly("Yes", "No", "Time for tea");
    }

    @Test
    void the_number_of_voters_is_known_in_several_languages_and_stands_alone() {
        for (String heading :
                List.of("Weight", "Number of voters", "Anzahl", "Nombre de voix", "Cantidad", "Voti", "#weight"))
            assertThat(ballots(read("A," + heading + ",B\n2,30,1\n"))).containsExactly("30 B > A");
        refused(
                "A,Votes,Count\n1,2,2\n",
                "f:1: both column “Votes” and column “Count” could be the number of voters; begin one heading with #");
        refused(
                "A,Votes\n1,1.000\n",
                "f:2: the number of voters in column “Votes” must be a whole number, not “1.000”");
    }
}
