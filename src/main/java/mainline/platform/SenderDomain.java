package mainline.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.naming.NamingException;
import mainline.platform.SenderRecord.Kind;
import mainline.platform.SenderRecord.Standing;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What the world can know of who may send mail of the sender's domain: SPF (RFC 7208), DKIM (RFC 6376) and DMARC
 * (RFC 7489), as published now and as it is to be published. Mainline signs nothing itself: that is the mail server's.
 */
@Component
public class SenderDomain {
    private static final int PATIENCE_SECONDS = 6;
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("name servers").start(task);

    private final Settings settings;
    private final Sender sender;
    private final NameServers names;

    @Autowired
    SenderDomain(Settings settings) {
        this(settings, new NameServers("dns:"));
    }

    SenderDomain(Settings settings, NameServers names) {
        this.settings = settings;
        this.sender = Sender.of(settings);
        this.names = names;
    }

    /** As mails show it. */
    public String sender() {
        return sender.toString();
    }

    public String domain() {
        return sender.address().replaceFirst("^.*@", "");
    }

    /** The host of the public address, if mail comes from another domain than that or one around it. */
    public Optional<String> otherHost() {
        String host = settings.host();
        boolean same = host.equals(domain()) || host.endsWith("." + domain()) || domain().endsWith("." + host);
        return same ? Optional.empty() : Optional.of(host);
    }

    /** The advice alone, without asking anybody. */
    public List<SenderRecord> advice(String selector) {
        return List.of(Kind.values()).stream()
                .map(kind -> entry(kind, selector, Standing.UNKNOWN, List.of()))
                .toList();
    }

    /**
     * The same with what is published now, after six seconds at most.
     *
     * @param selector by which the mail server signs; empty if that is not known
     */
    public List<SenderRecord> lookUp(String selector) {
        return List.of(Kind.values()).stream()
                .map(kind -> CompletableFuture.supplyAsync(() -> lookUp(kind, selector), THREADS)
                        .completeOnTimeout(
                                entry(kind, selector, Standing.UNKNOWN, List.of()), PATIENCE_SECONDS, TimeUnit.SECONDS))
                // All are asked before the first is waited for.
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private SenderRecord lookUp(Kind kind, String selector) {
        try {
            Predicate<String> meant = text -> text.toLowerCase(Locale.ROOT).startsWith(beginning(kind));
            List<String> found = kind == Kind.DKIM && selector.isEmpty()
                    ? List.of()
                    : names.texts(name(kind, selector)).stream().filter(meant).toList();
            Standing standing = kind == Kind.DKIM && selector.isEmpty() ? Standing.UNKNOWN : standing(kind, found);
            return entry(kind, selector, standing, found);
        } catch (NamingException | RuntimeException e) {
            return entry(kind, selector, Standing.UNKNOWN, List.of());
        }
    }

    private static Standing standing(Kind kind, List<String> found) {
        if (found.isEmpty()) return Standing.MISSING;
        if (found.size() > 1 && kind != Kind.DKIM) return Standing.SEVERAL;
        boolean open = kind == Kind.SPF && found.getFirst().matches("(?i).*\\s[+]?all\\s*");
        return open ? Standing.OPEN : Standing.PUBLISHED;
    }

    private SenderRecord entry(Kind kind, String selector, Standing standing, List<String> published) {
        return new SenderRecord(kind, standing, name(kind, selector), published, advised(kind));
    }

    private String name(Kind kind, String selector) {
        return switch (kind) {
            case SPF -> domain();
            case DKIM -> (selector.isEmpty() ? "SELECTOR" : selector) + "._domainkey." + domain();
            case DMARC -> "_dmarc." + domain();
        };
    }

    private static String beginning(Kind kind) {
        return switch (kind) {
            case SPF -> "v=spf1";
            case DKIM -> "v=dkim1";
            case DMARC -> "v=dmarc1";
        };
    }

    private String advised(Kind kind) {
        return switch (kind) {
            case SPF -> "v=spf1 mx " + machine() + "~all";
            case DKIM -> "v=DKIM1; k=rsa; p=PUBLIC-KEY";
            case DMARC -> "v=DMARC1; p=none; rua=mailto:postmaster@" + domain();
        };
    }

    private String machine() {
        String host = settings.mail().host();
        // What this machine says of itself means another machine to everybody else.
        if (host == null || host.isBlank() || host.equals("localhost") || host.startsWith("127.")) return "";
        return (host.matches("[0-9.]+") ? "ip4:" : "a:") + host + " ";
    }
}
