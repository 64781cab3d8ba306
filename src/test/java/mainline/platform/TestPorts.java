package mainline.platform;

import org.springframework.test.util.TestSocketUtils;

/** Ports for processes that listen a while after they are told where. */
public final class TestPorts {
    /** From here on Linux takes ports for connections to others, and would take a free one before it is listened on. */
    private static final int FIRST_OF_CONNECTIONS = 32768;

    private TestPorts() {}

    public static int free() {
        while (true) {
            int port = TestSocketUtils.findAvailableTcpPort();
            if (port < FIRST_OF_CONNECTIONS) return port;
        }
    }
}
