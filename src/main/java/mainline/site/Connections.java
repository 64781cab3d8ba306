package mainline.site;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import mainline.people.Network;
import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Who is connected. Beyond the most that the heap has buffers for, and beyond what one network may have, whoever has
 * waited longest without asking for anything makes room for whoever comes. Proxies that are believed are not counted as one
 * network, since everybody comes through them.
 */
final class Connections extends NioEndpoint {
    /** A head that takes longer than this is none; browsers open a connection anew when they need it. */
    private static final long IDLE = TimeUnit.SECONDS.toNanos(30);

    /** Proxies keep connections for as long as a minute. */
    private static final long IDLE_OF_A_PROXY = TimeUnit.SECONDS.toNanos(90);

    private static final int NETWORKS_WORTH = 4;

    private final Map<String, Guest> guests = new ConcurrentHashMap<>();
    private final Map<String, Integer> arrivals = new ConcurrentHashMap<>();
    private volatile int most = 1000;
    private volatile int each = 250;
    private volatile Predicate<String> believed = address -> false;
    private @Nullable Thread sweeper;

    void limit(int all, int perNetwork, Predicate<String> proxies) {
        most = all;
        each = perNetwork;
        believed = proxies;
    }

    @Override
    public void startInternal() throws Exception {
        super.startInternal();
        sweeper = Thread.ofPlatform().daemon().name("connections").start(this::sweep);
    }

    @Override
    public void stopInternal() {
        if (sweeper != null) sweeper.interrupt();
        super.stopInternal();
    }

    @Override
    protected boolean setSocketOptions(SocketChannel channel) {
        Guest guest = guest(channel);
        if (guest == null || comesTooOften(guest) || !admit(guest)) {
            destroySocket(channel);
            return true;
        }
        guests.put(guest.key(), guest);
        return super.setSocketOptions(channel);
    }

    private @Nullable Guest guest(SocketChannel channel) {
        try {
            if (!(channel.getRemoteAddress() instanceof InetSocketAddress from)) return null;
            String address = from.getAddress().getHostAddress();
            boolean proxy = believed.test(address);
            return new Guest(key(address, from.getPort()), channel, proxy ? address : Network.prefix(address), proxy);
        } catch (IOException gone) {
            return null;
        }
    }

    private static String key(String address, int port) {
        return address + ":" + port;
    }

    /** Beyond this many new ones in a second it is no crowd that comes. */
    private boolean comesTooOften(Guest guest) {
        return !guest.isProxy() && arrivals.merge(guest.network(), 1, Integer::sum) > NETWORKS_WORTH * each;
    }

    private boolean admit(Guest guest) {
        int all = 0;
        int own = 0;
        Guest oldest = null;
        Guest oldestOwn = null;
        for (Guest other : guests.values()) {
            if (!other.isOpen()) {
                guests.remove(other.key(), other);
                continue;
            }
            all++;
            boolean same = other.network().equals(guest.network());
            if (same && !other.isShownOut()) own++;
            if (other.waitsLongerThan(oldest)) oldest = other;
            if (same && other.waitsLongerThan(oldestOwn)) oldestOwn = other;
        }
        if (!guest.isProxy() && own >= each) return oldestOwn != null && oldestOwn.showOut();
        return all < most || oldest != null && all < 2 * most && oldest.showOut();
    }

    private void sweep() {
        try {
            while (true) {
                Thread.sleep(1000);
                arrivals.clear();
                guests.values().forEach(this::look);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Guest guest) {
        try {
            if (!guest.isOpen()) guests.remove(guest.key(), guest);
            else if (guest.hasWaited(guest.isProxy() ? IDLE_OF_A_PROXY : IDLE)) guest.showOut();
            else if (guest.readsTooSlowly(connections.get(guest.channel()))) guest.cutOff();
        } catch (RuntimeException ended) {
            // It was answered and forgotten while it was looked at.
            guests.computeIfPresent(guest.key(), (key, same) -> same.isOpen() ? same : null);
        }
    }

    /** Whose request this is; one nobody knows of when it came in another way. */
    Guest guestOf(Request request) {
        String key = key(request.getPeerAddr(), request.getCoyoteRequest().getRemotePort());
        Guest guest = guests.get(key);
        return guest == null ? Guest.UNKNOWN : guest;
    }
}
