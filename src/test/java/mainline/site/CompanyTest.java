package mainline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.coyote.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompanyTest {
    private final List<SocketChannel> channels = new ArrayList<>();
    private final Company company = new Company(false);
    private ServerSocketChannel door;

    @BeforeEach
    void open() throws IOException {
        door = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void everybodyGoes() throws IOException {
        for (SocketChannel channel : channels) channel.close();
        door.close();
    }

    @Test
    void whoever_has_waited_longest_makes_room() throws IOException {
        Guest first = comes("first");
        Guest second = comes("second");

        assertThat(company.makeRoom()).isTrue();

        assertThat(first.isShownOut()).isTrue();
        assertThat(second.isShownOut()).isFalse();
    }

    @Test
    void whoever_asked_for_something_since_comes_after_those_who_only_wait() throws IOException {
        Guest busy = comes("busy");
        Guest silent = comes("silent");
        busy.isServed(new Response());
        busy.waits();

        company.makeRoom();

        assertThat(silent.isShownOut()).isTrue();
        assertThat(busy.isShownOut()).isFalse();
    }

    @Test
    void nobody_who_is_being_served_is_shown_out() throws IOException {
        comes("served").isServed(new Response());

        assertThat(company.makeRoom()).isFalse();
    }

    @Test
    void whoever_has_begun_to_send_is_not_shown_out_for_having_waited() throws IOException {
        Guest guest = comes("sending");
        guest.sends();
        assertThat(guest.showOutAfter(-1)).isFalse();

        guest.waits();
        assertThat(guest.showOutAfter(-1)).isTrue();
        assertThat(guest.isShownOut()).isTrue();
    }

    @Test
    void whoever_left_takes_no_place() throws IOException {
        comes("here");
        comes("gone").channel().close();

        assertThat(company.has(2)).isFalse();
        assertThat(company.has(1)).isTrue();
    }

    private Guest comes(String name) throws IOException {
        SocketChannel channel = SocketChannel.open(door.getLocalAddress());
        channels.add(channel);
        Guest guest = new Guest(name, channel, "192.0.2.0/24", false);
        company.join(guest);
        return guest;
    }
}
