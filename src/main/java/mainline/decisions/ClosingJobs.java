package mainline.decisions;

import java.time.Duration;
import mainline.platform.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What returns by the clock. */
@Configuration(proxyBeanMethods = false)
class ClosingJobs {
    @Bean
    Job openBallots(Opening opening) {
        return new Job("decisions.open", Duration.ofSeconds(10), opening::openDue);
    }

    @Bean
    Job closeDecisions(Closing closing) {
        return new Job("decisions.close", Duration.ofSeconds(10), closing::closeDue);
    }

    @Bean
    Job remindOfReviews(ReviewDays days) {
        return new Job("decisions.review", Duration.ofMinutes(1), days::remind);
    }

    @Bean
    Job remindOfEnds(DecisionNotices notices) {
        return new Job("decisions.soon", Duration.ofMinutes(1), notices::remind);
    }

    @Bean
    Job sweepSecretBoxes(SecretStore store) {
        return new Job("decisions.sweep", Duration.ofMinutes(5), store::sweep);
    }
}
