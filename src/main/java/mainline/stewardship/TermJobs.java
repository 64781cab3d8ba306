package mainline.stewardship;

import java.time.Duration;
import mainline.platform.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What returns by the clock. */
@Configuration(proxyBeanMethods = false)
class TermJobs {
    @Bean
    Job lookAtTerms(TermCalendar calendar) {
        return new Job("stewardship.terms", Duration.ofHours(1), calendar::look);
    }
}
