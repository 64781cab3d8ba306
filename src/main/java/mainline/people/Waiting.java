package mainline.people;

import jakarta.servlet.http.HttpServletRequest;
import mainline.look.Shell;
import mainline.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody who waits for a letter is told, wherever they look next in the browser they asked for it in. */
@Component
class Waiting {
    private final Mailboxes mailboxes;
    private final Settings settings;

    Waiting(Mailboxes mailboxes, Settings settings) {
        this.mailboxes = mailboxes;
        this.settings = settings;
    }

    Mailboxes.@Nullable Trouble trouble(HttpServletRequest request) {
        return SecretCookie.WAITING.read(request).flatMap(mailboxes::ofLetter).orElse(null);
    }

    JoinPages.Sent page(Shell shell, String kind, boolean begun, HttpServletRequest request) {
        boolean underWay =
                SecretCookie.WAITING.read(request).filter(mailboxes::isUnderWay).isPresent();
        return new JoinPages.Sent(shell, kind, begun, settings.demo(), trouble(request), underWay);
    }
}
