package mainline.stewardship;

import java.time.Duration;
import mainline.platform.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What returns by the clock. */
@Configuration(proxyBeanMethods = false)
class TermJobs {
    @Bean
    Job lookAtTerms(Tenures tenures) {
        return new Job("stewardship.terms", Duration.ofHours(1), tenures::look);
    }
}
