package mainline.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Addresses are read as people have them at hand. */
class AddresseeTest {
    private static String read(String pasted) {
        Addressee.Read read = Addressee.read(pasted);
        StringBuilder told = new StringBuilder();
        read.people()
                .forEach(each -> told.append(each.name())
                        .append('|')
                        .append(each.mail().text())
                        .append('\n'));
        read.odd().forEach(each -> told.append('!').append(each).append('\n'));
        return told.toString();
    }

    @Test
    void one_a_line_or_several() {
        assertThat(read("ann@example.org\n\n  bo@example.org, cy@example.org; dee@example.org"))
                .isEqualTo("|ann@example.org\n|bo@example.org\n|cy@example.org\n|dee@example.org\n");
    }

    @Test
    void as_mail_programs_write_them() {
        assertThat(read("Ann Lee <ann@example.org>, \"Bo, Ode\" <Bo@Example.org>"))
                .isEqualTo("Ann Lee|ann@example.org\nBo Ode|bo@example.org\n");
    }

    @Test
    void the_lines_of_a_table_with_its_heading() {
        assertThat(read("Name;E-mail\nAnn Lee;ann@example.org\nbo@example.org,Bo Ode\n\"Cy\",\"cy@example.org\""))
                .isEqualTo("Ann Lee|ann@example.org\nBo Ode|bo@example.org\nCy|cy@example.org\n");
    }

    @Test
    void each_address_counts_once() {
        assertThat(read("Ann <ann@example.org>\nANN@example.org")).isEqualTo("Ann|ann@example.org\n");
    }

    @Test
    void a_line_without_an_address_is_told_back() {
        assertThat(read("ann@example.org\nBo Ode\ncy@@example")).isEqualTo("|ann@example.org\n!Bo Ode\n!cy@@example\n");
    }
}
