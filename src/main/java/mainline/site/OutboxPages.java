package mainline.site;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.Visitor;
import mainline.platform.Post;
import mainline.text.Html;
import mainline.text.Markdown;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** In a demonstration no mail leaves the machine, so that anybody may read it here. Never there otherwise. */
@Controller
@ConditionalOnProperty("mainline.demo")
class OutboxPages {
    private static final int SHOWN = 30;

    record Mail(String to, String subject, Instant at, Html text) {}

    record Show(Shell shell, List<Mail> mails) {}

    private final Post post;

    OutboxPages(Post post) {
        this.post = post;
    }

    @GetMapping("/outbox")
    ModelAndView show(Visitor visitor) throws IOException, MessagingException {
        return Page.show("site/outbox", new Show(visitor.shell(), mails()));
    }

    private List<Mail> mails() throws IOException, MessagingException {
        if (!(post.mode() instanceof Post.Mode.Outbox outbox) || !Files.isDirectory(outbox.folder())) return List.of();
        List<Path> newest;
        try (Stream<Path> files = Files.list(outbox.folder())) {
            newest = files.filter(file -> file.toString().endsWith(".eml"))
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted(Comparator.reverseOrder())
                    .limit(SHOWN)
                    .toList();
        }
        List<Mail> mails = new java.util.ArrayList<>();
        for (Path file : newest) mails.add(read(file));
        return mails;
    }

    private static Mail read(Path file) throws IOException, MessagingException {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            String to = message.getAllRecipients() == null ? "" : message.getAllRecipients()[0].toString();
            String text = String.valueOf(plain(message).getContent());
            Instant at = Files.getLastModifiedTime(file).toInstant();
            return new Mail(to, String.valueOf(message.getSubject()), at, Markdown.html(text));
        }
    }

    /** The face without mark-up, which comes first. */
    private static Part plain(Part part) throws IOException, MessagingException {
        return part.getContent() instanceof Multipart faces ? plain(faces.getBodyPart(0)) : part;
    }
}
