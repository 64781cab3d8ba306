package mainline.site;

import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets a whole page leave in one write to the socket; with the usual 8 kB a long discussion takes ten. */
@Configuration(proxyBeanMethods = false)
class WritingAtOnce {
    @Bean
    TomcatConnectorCustomizer writeBuffer() {
        return connector -> connector.setProperty("socket.appWriteBufSize", "65536");
    }
}
