package mainline.site;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.function.Supplier;
import mainline.kernel.Takes;
import mainline.people.AccessTokens;
import mainline.people.Network;
import mainline.people.Presence;
import mainline.people.SessionFilter;
import mainline.platform.Budget;
import mainline.platform.Busy;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;

/**
 * Where every request comes in, before anything reads what was sent along: what no page takes is refused unread. The
 * answer is given by {@link Refusals}, which has the headers and the language.
 */
final class Door extends ValveBase {
    /** The status with which a request is to be refused. */
    static final String REFUSED = Door.class.getName();

    /** The methods that can be used instead of the one that is refused. */
    static final String ALLOWED = Door.class.getName() + ".allowed";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int GONE = -1;

    private final Supplier<Intakes> intakes;
    private final SessionFilter sessions;
    private final AccessTokens tokens;
    private final Budget budget;

    Door(Supplier<Intakes> intakes, SessionFilter sessions, AccessTokens tokens, Budget budget) {
        super(true);
        this.intakes = intakes;
        this.sessions = sessions;
        this.tokens = tokens;
        this.budget = budget;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Guest guest = request.getConnector().getProtocolHandler() instanceof Doorway doorway
                ? doorway.connections().guestOf(request)
                : Guest.UNKNOWN;
        InputBuffer wire = request.getCoyoteRequest().getInputBuffer();
        try {
            if (READING.contains(request.getMethod())) goOn(Sent.NOTHING, request, response, guest);
            else receive(request, response, guest);
        } finally {
            request.getCoyoteRequest().setInputBuffer(wire);
            guest.waits();
        }
    }

    private void goOn(InputBuffer sent, Request request, Response response, Guest guest)
            throws IOException, ServletException {
        request.getCoyoteRequest().setInputBuffer(sent);
        // Or its fields would be looked for where there is nothing to read.
        String type = request.getContentType();
        if (Sent.NOTHING.equals(sent) && type != null && !type.startsWith(Takes.JSON))
            request.getCoyoteRequest().setContentType("application/unread");
        guest.isServed(response.getCoyoteResponse());
        Presence.note(request, guest);
        getNext().invoke(request, response);
    }

    private void receive(Request request, Response response, Guest guest) throws IOException, ServletException {
        PathContainer path = path(request);
        Intakes.Intake intake = path == null ? null : intakes.get().at(request.getMethod(), path);
        if (intake != null) intake = intake.forWhatIs(request.getContentType());
        int refused = refused(request, path, intake);
        if (refused != 0 || intake == null) {
            refuse(refused, request, response, guest);
            return;
        }
        if (!hasBody(request) || intake.isNone(request.getContentType())) {
            goOn(Sent.NOTHING, request, response, guest);
            return;
        }
        long most = mayBeLong(request, intake) ? most(request, intake) : intake.ofStrangers();
        try (Sent sent = new Sent(request.getCoyoteRequest(), most)) {
            int status = intake.toFile() ? 0 : takeIn(sent, request, guest);
            if (status == 0) goOn(sent, request, response, guest);
            else if (status == GONE) response.setStatus(400);
            else refuse(status, request, response, guest);
        }
    }

    private void refuse(int status, Request request, Response response, Guest guest)
            throws IOException, ServletException {
        request.setAttribute(REFUSED, status);
        PathContainer path = status == 405 ? path(request) : null;
        if (path != null) request.setAttribute(ALLOWED, intakes.get().allowed(path));
        goOn(Sent.NOTHING, request, response, guest);
    }

    private static @Nullable PathContainer path(Request request) {
        try {
            return PathContainer.parsePath(request.getRequestURI());
        } catch (IllegalArgumentException odd) {
            return null;
        }
    }

    /** The status to refuse with by the head alone, or 0. */
    private int refused(Request request, @Nullable PathContainer path, Intakes.@Nullable Intake intake) {
        if (path == null) return 400;
        if (intake == null)
            return intakes.get().isAPage(path) || !request.getMethod().equals("POST") ? 405 : 404;
        if (!hasBody(request)) return 0;
        if (!intake.takes(request.getContentType())) return 415;
        long announced = request.getContentLengthLong();
        if (intake.ofStrangers() == 0 && most(request, intake) == 0) return 403;
        return announced > intake.ofStrangers() && announced > most(request, intake) ? 413 : 0;
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** Who asks is looked up in the database, so only for whom it matters. */
    private static boolean mayBeLong(Request request, Intakes.Intake intake) {
        long announced = request.getContentLengthLong();
        return announced < 0 || announced > intake.ofStrangers();
    }

    private long most(Request request, Intakes.Intake intake) {
        return intake.most() > intake.ofStrangers() && isKnown(request, intake) ? intake.most() : intake.ofStrangers();
    }

    private boolean isKnown(Request request, Intakes.Intake intake) {
        return intake.isForPrograms() ? tokens.isCarriedBy(request) : sessions.isSignedIn(request);
    }

    private int takeIn(Sent sent, Request request, Guest guest) {
        try {
            guest.sends();
            sent.takeIn(budget, Network.of(request));
            return 0;
        } catch (Sent.NotTaken refused) {
            return refused.status();
        } catch (Busy busy) {
            return 503;
        } catch (SocketTimeoutException silent) {
            return 408;
        } catch (IOException gone) {
            // Whoever had to make room for others while they were sending is still there, and may send it again.
            return guest.isShownOut() ? 503 : GONE;
        }
    }
}
