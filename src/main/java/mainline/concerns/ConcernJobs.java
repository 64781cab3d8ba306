package mainline.concerns;

import java.time.Duration;
import mainline.kernel.Subject;
import mainline.platform.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clocks of concerns and rounds; one that fails holds up no other. */
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

    @Bean
    Job askForConsent(Rounds rounds) {
        return new Job(
                "decisions.ask-consent",
                Duration.ofMinutes(1),
                () -> rounds.toAsk().forEach(decision -> ask(rounds, decision)));
    }

    private static void ask(Rounds rounds, Subject decision) {
        try {
            rounds.ask(decision);
        } catch (RuntimeException e) {
            LOG.warn("Nobody could be asked for consent to {}", decision, e);
        }
    }

    private static void look(Concerns concerns, ConcernStore.Due due) {
        try {
            concerns.look(due);
        } catch (RuntimeException e) {
            LOG.warn("The clock of {} could not be looked at", due, e);
        }
    }
}
