package mainline.founding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who founded what never changes, and is asked at every view of a home. */
@Configuration(proxyBeanMethods = false)
class KnownFounders {
    @Bean
    Cache<CommunityId, Optional<PersonId>> foundersByCommunity() {
        return Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofHours(1))
                .build();
    }
}
