package mainline.site;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Callable;
import mainline.platform.Outbound;
import mainline.platform.Refusal;
import mainline.platform.Settings;
import mainline.platform.Stopping;
import mainline.platform.WrongSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Start the server; the first start leads to a set-up page.")
final class ServeCommand implements Callable<Integer> {
    private static final int LONGEST_PAGE = 1 << 20;

    @Mixin
    private DataOption folder = new DataOption();

    @Mixin
    private Place place = new Place();

    @Option(
            names = "--rehearse",
            hidden = true,
            description = "Ask yourself for these pages, then stop: the build trains its start-up cache by it.",
            split = ",")
    private List<String> rehearsal = List.of();

    /** Where a server listens. */
    static final class Place {
        @Option(names = "--port", paramLabel = "N", description = "The port to listen on (default: 8080).")
        @Nullable
        Integer port;

        @Option(
                names = "--bind",
                paramLabel = "ADDR",
                description = "The address to listen on (default: every address of this machine).")
        @Nullable
        String bind;

        /** Fails before anything is started or made when the port is taken. */
        Launch launch() {
            int wanted = port != null ? port : portOfEnvironment();
            try (var socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(
                        bind == null
                                ? new InetSocketAddress(wanted)
                                : new InetSocketAddress(InetAddress.getByName(bind), wanted));
            } catch (UnknownHostException e) {
                throw new Refusal("There is no address " + bind + " to listen on.", e);
            } catch (BindException e) {
                throw new Refusal(
                        String.valueOf(e.getMessage()).contains("in use")
                                ? "Port " + wanted + " is already in use; choose another with --port."
                                : "This machine cannot listen on " + (bind == null ? "" : bind + ", ") + "port "
                                        + wanted + ": " + e.getMessage() + ".",
                        e);
            } catch (IOException | IllegalArgumentException e) {
                throw new Refusal("Port " + wanted + " cannot be used: " + e.getMessage(), e);
            }
            return new Launch().with("server.port", port).with("server.address", bind);
        }

        private static int portOfEnvironment() {
            var port = System.getenv("SERVER_PORT");
            if (port == null || port.isBlank()) return 8080;
            if (!port.strip().matches("\\d{1,5}")) throw WrongSetting.refusedPort(port);
            return Integer.parseInt(port.strip());
        }
    }

    @Override
    public Integer call() throws Exception {
        var context = place.launch().data(folder.data).serve();
        if (!rehearsal.isEmpty()) return rehearse(context);
        announce(context);
        stay();
        return 0;
    }

    static void announce(ConfigurableApplicationContext context) throws IOException {
        var settings = context.getBean(Settings.class);
        LastAddress.keep(settings);
        Stopping.started();
        System.out.println("Mainline is running at " + settings.baseUrl() + " (Ctrl-C stops it)");
    }

    /** Until the process is told to stop; the shutdown hook then ends everything in order. */
    static void stay() throws InterruptedException {
        Thread.currentThread().join();
    }

    private int rehearse(ConfigurableApplicationContext context) throws Exception {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        try (context;
                var browser = Outbound.anywhere()) {
            for (var path : rehearsal) browser.get(URI.create("http://localhost:" + port + path), LONGEST_PAGE);
        }
        return 0;
    }
}
