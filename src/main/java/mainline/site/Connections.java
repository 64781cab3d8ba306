package mainline.site;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import mainline.people.Network;
import org.apache.catalina.connector.Request;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Who is connected. Beyond the most that the heap has buffers for, whoever of the network with the most has waited longest
 * without asking for anything makes room for whoever comes; beyond what one network may have, whoever of that network has.
 * Proxies that are believed may have any number, since everybody comes through them.
 */
final class Connections extends NioEndpoint {
    /** A head that takes longer than this is none; browsers open a connection anew when they need it. */
    private static final long IDLE = TimeUnit.SECONDS.toNanos(30);

    /** Proxies keep connections for as long as a minute. */
    private static final long IDLE_OF_A_PROXY = TimeUnit.SECONDS.toNanos(90);

    private static final int NETWORKS_WORTH = 4;

    private final Map<String, Guest> guests = new ConcurrentHashMap<>();
    private final Map<String, Company> networks = new HashMap<>();
    private long tidied = System.nanoTime();
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
        if (guest == null || !admit(guest)) {
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

    private boolean admit(Guest guest) {
        tidyEachSecond();
        Company own = networks.computeIfAbsent(guest.network(), network -> new Company(guest.isProxy()));
        own.arrives();
        if (isCrowd(own) || !findPlace(own)) return false;
        own.join(guest);
        return true;
    }

    /** Beyond this many new ones in a second it is no crowd that comes. */
    private boolean isCrowd(Company own) {
        return !own.isProxy() && own.arrivals() > NETWORKS_WORTH * each;
    }

    /** Whoever was shown out keeps their buffers until they are gone. */
    private boolean findPlace(Company own) {
        int here = connections.size();
        if (here >= 2 * most) return false;
        if (!own.isProxy() && own.has(each)) return own.makeRoom();
        return here < most || makeRoomFor(own);
    }

    /** A network that has its share makes room itself, or many that come fast would push out whoever comes alone. */
    private boolean makeRoomFor(Company own) {
        int share = Math.max(1, most / networks.size());
        if (own.has(share)) return own.makeRoom();
        return networks.values().stream()
                .sorted(Comparator.comparingInt(Company::size).reversed())
                .anyMatch(Company::makeRoom);
    }

    private void tidyEachSecond() {
        long now = System.nanoTime();
        if (now - tidied < TimeUnit.SECONDS.toNanos(1)) return;
        tidied = now;
        networks.values().forEach(Company::tidy);
        networks.values().removeIf(own -> own.size() == 0);
    }

    private void sweep() {
        try {
            while (true) {
                Thread.sleep(1000);
                guests.values().forEach(this::look);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Guest guest) {
        try {
            if (!guest.isOpen()) guests.remove(guest.key(), guest);
            else if (guest.showOutAfter(guest.isProxy() ? IDLE_OF_A_PROXY : IDLE)) return;
            else if (guest.readsTooSlowly(connections.get(guest.channel()))) guest.cutOff();
        } catch (RuntimeException ended) {
            // It was answered and forgotten while it was looked at.
            guests.computeIfPresent(guest.key(), (key, same) -> same.isOpen() ? same : null);
        }
    }

    /** Whose request this is; one nobody knows of when it came in another way. */
    Guest guestOf(Request request) {
        String key = key(request.getPeerAddr(), request.getRemotePort());
        Guest guest = guests.get(key);
        return guest == null ? Guest.UNKNOWN : guest;
    }
}
