package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import mainline.people.People;
import mainline.people.Person;
import mainline.platform.MailPause;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The operator's pages about mail in a real browser. */
@InChromium
@MainlineTest
class MailAdminPicturesTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final People people;
    private final MailPause pause;
    private final Pictures pictures = new Pictures();

    @LocalServerPort
    private int port;

    MailAdminPicturesTest(People people, MailPause pause) {
        this.people = people;
        this.pause = pause;
    }

    @Test
    void the_pages_about_mail_fit_and_can_be_read() {
        Person olga = people.create("Olga Ferreira", "olga@pier.example", PASSWORD);
        pause.begin(olga.id());
        Window window = new Window(port);
        window.go("/sign-in?then=/admin")
                .write("Mail address", "olga@pier.example")
                .write("Password", PASSWORD)
                .press("Sign in");
        window.page().waitForURL("**/admin");
        pictures.take(window, "admin-mail", "/admin/mail");
        pictures.take(window, "admin-outbox", "/admin/outbox");
        assertThat(pictures.faults()).isEmpty();
    }
}
