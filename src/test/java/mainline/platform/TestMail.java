package mainline.platform;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person would find in their mailbox: in tests mail waits in the database and is not sent. */
public final class TestMail {
    private final JdbcClient db;

    public TestMail(JdbcClient db) {
        this.db = db;
    }

    /** The mails to an address, oldest first. */
    public List<Letter> to(String address) {
        return db.sql("select * from outgoing_mail where recipient = ? order by id")
                .param(address)
                .query((row, number) -> OutgoingMailStore.letter(row))
                .list();
    }

    /** The address in the last mail to somebody with which they sign in or join, without the host. */
    public String linkTo(String address) {
        return lastTo(address)
                .text()
                .lines()
                .filter(line -> line.matches(".*https?://[^/]+/(link|join)/.*"))
                .findFirst()
                .orElseThrow()
                .strip()
                .replaceFirst("^.*https?://[^/]+", "");
    }

    /** The last mail to an address. */
    public Letter lastTo(String address) {
        return to(address).getLast();
    }
}
