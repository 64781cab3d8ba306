package mainline.site;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The guests of one network, in the order in which they came or were last found to have asked for something. Whoever comes
 * costs the same however many are there. Only the one thread that lets people in may use it.
 */
final class Company {
    private final Queue<Seat> seats = new ArrayDeque<>();
    private final boolean proxy;
    private int arrivals;

    Company(boolean proxy) {
        this.proxy = proxy;
    }

    boolean isProxy() {
        return proxy;
    }

    /** How many came since this was last {@link #tidy tidied}. */
    int arrivals() {
        return arrivals;
    }

    void arrives() {
        arrivals++;
    }

    void join(Guest guest) {
        seats.add(new Seat(guest, guest.since()));
    }

    int size() {
        return seats.size();
    }

    boolean has(int guests) {
        if (seats.size() < guests) return false;
        seats.removeIf(Seat::isFree);
        return seats.size() >= guests;
    }

    void tidy() {
        arrivals = 0;
        seats.removeIf(Seat::isFree);
    }

    /** Shows out who has waited longest; false when everybody is being served. */
    boolean makeRoom() {
        for (int left = seats.size(); left > 0; left--) {
            Seat seat = seats.remove();
            if (seat.isFree()) continue;
            if (seat.guest().showOutSince(seat.since())) return true;
            join(seat.guest());
        }
        return false;
    }

    private record Seat(Guest guest, long since) {
        boolean isFree() {
            return !guest.isOpen() || guest.isShownOut();
        }
    }
}
