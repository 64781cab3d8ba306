package mainline.platform;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;

/** A letter as mail servers carry it: in ASCII and short lines, with nothing in a header that was not meant for it. */
final class Mime {
    private final Sender sender;
    private final MailNames names;

    Mime(Sender sender, MailNames names) {
        this.sender = sender;
        this.names = names;
    }

    MimeMessage write(OutgoingMail mail, MailAddress to, Session session, Instant now) throws MessagingException {
        var letter = mail.letter();
        var id = letter.headers().getOrDefault("Message-ID", names.id(Long.toString(mail.id())));
        var message = new Message(session, id);
        message.setFrom(sender.written(letter.sender()));
        message.setRecipient(MimeMessage.RecipientType.TO, address(to));
        message.setSubject(letter.subject(), "UTF-8");
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        for (var header : letter.headers().entrySet())
            message.setHeader(header.getKey(), folded(header.getKey(), header.getValue()));
        if (letter.html() == null) write(message, letter.text(), "plain");
        else message.setContent(both(letter.text(), letter.html()));
        message.saveChanges();
        return message;
    }

    private static String folded(String name, String value) throws MessagingException {
        try {
            return MimeUtility.fold(name.length() + 2, MimeUtility.encodeText(value, "UTF-8", null));
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("UTF-8 is not known", impossible);
        }
    }

    /** Programs show the last one that they know. */
    private static MimeMultipart both(String text, String html) throws MessagingException {
        return new MimeMultipart("alternative", part(text, "plain"), part(html, "html"));
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        var part = new MimeBodyPart();
        write(part, content, type);
        return part;
    }

    /** Never as base64, in which programs that look for spam see something to hide. */
    private static void write(MimePart part, String content, String type) throws MessagingException {
        part.setText(content, "UTF-8", type);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    }

    static InternetAddress address(MailAddress to) {
        var address = new InternetAddress();
        address.setAddress(to.wire());
        return address;
    }

    /** Keeps the id it is given, so that a mail sent twice after a crash can be known as one. */
    private static final class Message extends MimeMessage {
        private final String id;

        Message(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
