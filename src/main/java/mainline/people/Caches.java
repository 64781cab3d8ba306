package mainline.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;
import mainline.kernel.PersonId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is asked of the database at nearly every request, remembered for a short while. */
@Configuration(proxyBeanMethods = false)
class Caches {
    @Bean
    Cache<PersonId, Person> knownPeople() {
        return Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(Duration.ofSeconds(30))
                .build();
    }

    /** By the hash of their keys. */
    @Bean
    Cache<ByteBuffer, Session> knownSessions() {
        return Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(Duration.ofSeconds(5))
                .build();
    }
}
