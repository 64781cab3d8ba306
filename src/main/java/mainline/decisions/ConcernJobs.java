package mainline.decisions;

import java.time.Duration;
import mainline.platform.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clocks of concerns; one that fails holds up no other. */
@Configuration(proxyBeanMethods = false)
class ConcernJobs {
    private static final Logger LOG = LoggerFactory.getLogger(ConcernJobs.class);

    @Bean
    Job lookAtConcerns(Concerns concerns) {
        return new Job(
                "decisions.concerns",
                Duration.ofMinutes(1),
                () -> concerns.due().forEach(due -> look(concerns, due)));
    }

    private static void look(Concerns concerns, ConcernStore.Due due) {
        try {
            concerns.look(due);
        } catch (RuntimeException e) {
            LOG.warn("The clock of {} could not be looked at", due, e);
        }
    }
}
