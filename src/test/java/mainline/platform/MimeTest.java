package mainline.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Letters as mail programs read them. */
class MimeTest {
    private static final MailNames NAMES = new MailNames("harbour.example", "mainline-1a");
    private static final Mime MIME = new Mime(new Sender("Harbour", "mail@harbour.example"), NAMES);
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String ARABIC = "نغلق الرصيف الشرقي في المساء، ونفتحه عند الفجر.";

    @Test
    void a_mail_program_finds_both_faces_as_they_were_written() throws Exception {
        String text = ARABIC + "\n" + "x".repeat(1000) + "\n.\n-- \nFrom here\n" + "word ".repeat(300) + "\n";
        String html = "<p dir=\"auto\">" + ARABIC + "</p>\n<p>" + "y".repeat(1000) + "</p>\n";
        var mail = read(new Letter("ann@example.org", "Hello", text, html));
        var parts = (MimeMultipart) mail.message().getContent();
        assertThat(mail.message().getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(content(parts.getBodyPart(0), "text/plain")).isEqualTo(text);
        assertThat(content(parts.getBodyPart(1), "text/html")).isEqualTo(html);
        assertThat(mail.raw().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(78));
    }

    @Test
    void a_letter_without_mark_up_is_plain_text_alone() throws Exception {
        var mail = read(new Letter("ann@example.org", "Hello", "Línea uno\nLine two\n"));
        assertThat(content(mail.message(), "text/plain")).isEqualTo("Línea uno\nLine two\n");
    }

    @Test
    void a_subject_of_any_script_and_length_arrives_in_short_lines() throws Exception {
        for (String subject : List.of(
                ARABIC.repeat(9).strip(), "港口".repeat(150), "word ".repeat(80).strip(), "Ça va ?")) {
            var mail = read(new Letter("ann@example.org", subject, "…"));
            assertThat(mail.message().getSubject()).isEqualTo(subject);
            assertThat(mail.raw().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(79));
        }
    }

    @Test
    void every_mail_says_when_it_was_written_and_that_no_person_did() throws Exception {
        var message = read(new Letter("ann@example.org", "Hello", "…")).message();
        assertThat(message.getSentDate()).isEqualTo(NOW);
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getMessageID()).isEqualTo("<7.mainline-1a@harbour.example>");
        assertThat(((InternetAddress) message.getFrom()[0]).getAddress()).isEqualTo("mail@harbour.example");
    }

    @Test
    void mails_of_one_matter_are_shown_together_and_can_be_ended() throws Exception {
        var many = java.util.stream.IntStream.range(0, 30)
                .mapToObj(number -> NAMES.id("comment-" + number + ".harbour"))
                .toList();
        var mail = read(new Letter("ann@example.org", "Hello", "…")
                .named(NAMES.id("comment-31.harbour"))
                .following(many)
                .ofList(NAMES.list("häfen", "Hafen, „Süd“ & Nord"))
                .endedAt("https://exämple.de/قادة/off?key=a%20b"));
        var message = mail.message();
        assertThat(message.getMessageID()).isEqualTo("<comment-31.harbour.mainline-1a@harbour.example>");
        assertThat(message.getHeader("References", null).split("\\s+")).containsExactlyElementsOf(many);
        assertThat(message.getHeader("In-Reply-To", null)).isEqualTo(many.getLast());
        assertThat(message.getHeader("List-Id", null)).endsWith(" <xn--hfen-loa.harbour.example>");
        assertThat(jakarta.mail.internet.MimeUtility.decodeText(message.getHeader("List-Id", null)))
                .startsWith("Hafen, „Süd“ & Nord");
        assertThat(message.getHeader("List-Unsubscribe", null))
                .matches("<https://xn--exmple-cua\\.de/[%0-9A-F]+/off\\?key=a%20b>");
        assertThat(message.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.raw().lines())
                .filteredOn(line -> !line.startsWith("List-Unsubscribe:"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(79));
    }

    @Test
    void a_plain_name_of_a_list_stands_in_quotes_where_it_has_to() {
        assertThat(NAMES.list("harbour", "Harbour, \"East\""))
                .isEqualTo("\"Harbour, \\\"East\\\"\" <harbour.harbour.example>");
        assertThat(new MailNames("[192.168.1.5]", "m").list("a", "A")).isEqualTo("A <a.192.168.1.5>");
    }

    @Test
    void nothing_in_a_letter_becomes_a_header_of_its_own() throws Exception {
        var mail = read(new Letter("ann@example.org", "Hi\r\nBcc: all@example.org\u2028X-A: b", "…"));
        assertThat(mail.message().getSubject()).isEqualTo("Hi Bcc: all@example.org X-A: b");
        assertThat(mail.message().getAllRecipients()).hasSize(1);
        var letter = new Letter("ann@example.org", "Hi", "…");
        for (String value : List.of("b\r\nBcc: c", "b\nc", "b\u0000", "x".repeat(1000), ""))
            assertThatThrownBy(() -> letter.with("X-A", value)).isInstanceOf(IllegalArgumentException.class);
        for (String name : List.of("X A", "X:A", "Bcc", "from", "Content-Type", "X\r\nBcc"))
            assertThatThrownBy(() -> letter.with(name, "b")).isInstanceOf(IllegalArgumentException.class);
        for (String name : List.of("a b", "a@b", "<a", "a..b", ""))
            assertThatThrownBy(() -> NAMES.id(name)).isInstanceOf(IllegalArgumentException.class);
        for (String address : List.of("/me", "https://a.example/ b", "mailto:a@b.example", "https://a.example/>,<b"))
            assertThatThrownBy(() -> letter.endedAt(address)).isInstanceOf(IllegalArgumentException.class);
    }

    private record Read(MimeMessage message, String raw) {}

    private static Read read(Letter letter) throws MessagingException, IOException {
        var to = MailAddress.read(letter.to()).orElseThrow();
        var out = new ByteArrayOutputStream();
        MIME.write(new OutgoingMail(7, letter), to, SESSION, NOW).writeTo(out);
        assertThat(out.toByteArray()).asString(US_ASCII).matches("(?s)[\\x00-\\x7f]*");
        return new Read(new MimeMessage(SESSION, new ByteArrayInputStream(out.toByteArray())), out.toString(US_ASCII));
    }

    private static String content(Part part, String type) throws MessagingException, IOException {
        assertThat(part.getContentType()).isEqualTo(type + "; charset=UTF-8");
        return part.getContent().toString().replace("\r\n", "\n");
    }
}
