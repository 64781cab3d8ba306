package mainline.site;

import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import mainline.people.AccessTokens;
import mainline.people.SessionFilter;
import mainline.platform.Budget;
import org.apache.catalina.util.NetMaskSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** How the server listens: how many at once, how patiently, and with which buffers. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Listening {
    /** A connection takes up to a hundred kilobytes while somebody sends a form over it: a fifth of the heap for all. */
    private static final long HEAP_OF_A_CONNECTION = 512 << 10;

    private static final int NETWORKS = 4;
    /** Lets most pages leave in one write to the socket; with the usual 8 kB a long discussion takes ten. */
    private static final String WRITTEN_AT_ONCE = "32768";

    /** After the server's own, so that whoever comes through a proxy is known. */
    @Bean
    @Order
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> door(
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            SessionFilter sessions,
            AccessTokens tokens,
            Budget budget,
            TomcatServerProperties tomcat,
            Environment environment) {
        Door door = new Door(intakes(mappings), sessions, tokens, budget);
        int most = (int) (Runtime.getRuntime().maxMemory() / HEAP_OF_A_CONNECTION);
        Predicate<String> proxies = believed(tomcat, environment);
        return factory -> {
            factory.setProtocol(Doorway.class.getName());
            factory.addEngineValves(door);
            factory.addConnectorCustomizers(connector -> {
                connector.setProperty("socket.appWriteBufSize", WRITTEN_AT_ONCE);
                connector.setProperty("continueResponseTiming", "onRead");
                connector.setProperty("maxConnections", Integer.toString(2 * most + 100));
                // A crowd that comes and goes would cost fresh buffers each, and everybody waits for their collection.
                connector.setProperty("socket.bufferPool", Integer.toString(most / 2));
                if (connector.getProtocolHandler() instanceof Doorway doorway)
                    doorway.connections().limit(most, most / NETWORKS, proxies);
            });
        };
    }

    private static Supplier<Intakes> intakes(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        AtomicReference<Intakes> known = new AtomicReference<>();
        return () -> {
            Intakes all = known.get();
            if (all != null) return all;
            RequestMappingHandlerMapping mapping = mappings.stream().findFirst().orElseThrow();
            known.set(new Intakes(mapping.getHandlerMethods()));
            return known.get();
        };
    }

    /** The same addresses from which forwarded ones are taken over. */
    private static Predicate<String> believed(TomcatServerProperties tomcat, Environment environment) {
        if (!"native".equalsIgnoreCase(environment.getProperty("server.forward-headers-strategy")))
            return address -> false;
        String inside = tomcat.getRemoteip().getInternalProxies();
        if (inside.contains("\\")) return Pattern.compile(inside).asMatchPredicate();
        NetMaskSet masks = new NetMaskSet();
        masks.addAll(inside);
        return address -> isIn(masks, address);
    }

    private static boolean isIn(NetMaskSet masks, String address) {
        try {
            return masks.contains(address);
        } catch (UnknownHostException none) {
            return false;
        }
    }
}
