package mainline.people;

import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.platform.TestMail;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation that somebody runs, where nobody has tried anything too often; people come to its door. */
@MainlineTest
abstract class AtTheDoor {
    static final String PASSWORD = "seven quiet lanterns";
    private static final AtomicInteger NEXT = new AtomicInteger();

    final People people;
    final TestMail mails;
    final TestClock clock;
    final JdbcClient db;

    @LocalServerPort
    private int port;

    AtTheDoor(People people, JdbcClient db, TestClock clock) {
        this.people = people;
        this.mails = new TestMail(db);
        this.clock = clock;
        this.db = db;
    }

    @BeforeEach
    void somebody_runs_it_and_nobody_has_tried_yet() {
        db.sql("delete from rate_limit").update();
        if (!people.isSetUp()) people.create("Olga Operator", "olga@example.org", PASSWORD);
    }

    static String anAddress() {
        return "person" + NEXT.incrementAndGet() + "@example.org";
    }

    /** The address of somebody who has an account. */
    String somebody() {
        String mail = anAddress();
        people.create("Some Body", mail, PASSWORD);
        return mail;
    }

    Browser browser() {
        return new Browser(port);
    }

    /** What a mail server does that knows no such user. */
    void refuse(String mail) {
        db.sql("insert into refused_address (address, reason, at) values (?, '550 5.1.1 No such user', now())")
                .param(mail)
                .update();
        db.sql("update outgoing_mail set refused = now(), last_error = '550 5.1.1 No such user' where recipient = ?")
                .param(mail)
                .update();
    }

    /** The link in the last letter to that address. */
    String link(String mail) {
        return mails.linkTo(mail);
    }
}
