package mainline.platform;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the scheduler has to know of errands: who does them, and what follows when they fail. */
@Component
class ErrandTasks {
    private static final Logger log = LoggerFactory.getLogger(ErrandTasks.class);
    private static final int LONGEST = 400;

    private final ObjectProvider<ErrandRunner<?>> runners;
    private final ErrandStore store;

    ErrandTasks(ObjectProvider<ErrandRunner<?>> runners, ErrandStore store) {
        this.runners = runners;
        this.store = store;
    }

    List<Task<?>> all() {
        return runners.stream().<Task<?>>map(this::task).toList();
    }

    /** Those that are slow, or all others. */
    List<Task<?>> all(boolean slow) {
        return runners.stream()
                .filter(runner -> runner.isSlow() == slow)
                .<Task<?>>map(this::task)
                .toList();
    }

    boolean knows(Errand<?> errand) {
        return runners.stream().anyMatch(runner -> runner.errand().equals(errand));
    }

    /** @throws IllegalArgumentException when nobody does errands of that name */
    void run(String name, byte[] payload, ErrandJson json) {
        ErrandRunner<?> runner = runners.stream()
                .filter(each -> each.errand().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody does the errand " + name));
        run(runner, payload, json);
    }

    private static <P extends Record> void run(ErrandRunner<P> runner, byte[] payload, ErrandJson json) {
        runner.run(Objects.requireNonNull(json.deserialize(runner.errand().payload(), payload)), 1);
    }

    private <P extends Record> Task<P> task(ErrandRunner<P> runner) {
        // Timed work goes first: many letters do not hold up the end of a vote.
        return Tasks.custom(runner.errand().task(), runner.errand().payload())
                .defaultPriority(Priority.LOW)
                .onFailure(this::retry)
                .onDeadExecution(this::retry)
                .execute((instance, context) -> run(runner, instance, context));
    }

    private <P extends Record> CompletionHandler<P> run(
            ErrandRunner<P> runner, TaskInstance<P> instance, ExecutionContext context) {
        Execution begun = context.getExecution();
        try {
            runner.run(instance.getData(), begun.consecutiveFailures + 1);
        } catch (Held held) {
            return (complete, operations) ->
                    store.putBack(instance.getTaskName(), instance.getId(), begun.version, held.until());
        }
        if (begun.consecutiveFailures > 0) store.forget(instance.getTaskName(), instance.getId());
        return new CompletionHandler.OnCompleteRemove<>();
    }

    private <P> void retry(ExecutionComplete failed, ExecutionOperations<P> operations) {
        var execution = failed.getExecution();
        int attempts = execution.consecutiveFailures + 1;
        var failure = failed.getCause().orElseGet(() -> new NotYet("The process ended in the middle of it."));
        String error = inWords(failure);
        tell(execution.getTaskName(), attempts, failure);
        if (attempts < Waits.LAST_ATTEMPT) {
            store.failed(execution.getTaskName(), execution.getId(), attempts, error, failed.getTimeDone());
            operations.reschedule(failed, failed.getTimeDone().plus(Waits.after(attempts)));
        } else {
            // In this order: a process that ends in between tries once more, and loses nothing.
            store.giveUp(execution.getTaskName(), execution.getId(), attempts, error, failed.getTimeDone());
            operations.remove();
        }
    }

    private static void tell(String task, int attempts, Throwable failure) {
        var sentence = "Attempt {} of {} failed, see /admin/errands: {}";
        if (failure instanceof NotYet) log.warn(sentence, attempts, task, failure.getMessage());
        else log.warn(sentence, attempts, task, inWords(failure), failure);
    }

    /** One line; a failure without words is told by its name. */
    private static String inWords(Throwable failure) {
        String said = String.valueOf(failure.getMessage())
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ")
                .strip();
        String words = failure.getMessage() == null || said.isEmpty()
                ? failure.getClass().getSimpleName()
                : said;
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }
}
