package mainline.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import mainline.kernel.Refused;
import mainline.platform.Pace;
import mainline.platform.RateLimit;

/** One try at a door. It is counted beforehand in every budget it falls under, and in none when it was right. */
final class Attempt {
    /** @param own nobody else spends from it, so that who was right begins anew */
    private record Budget(String what, String key, boolean own) {}

    private final RateLimit limit;
    private final List<Budget> spent = new ArrayList<>();

    Attempt(RateLimit limit) {
        this.limit = limit;
    }

    Attempt spend(String what, String key, Pace pace, String reason) {
        return spend(new Budget(what, key, false), pace, reason);
    }

    Attempt spendOwn(String what, String key, Pace pace, String reason) {
        return spend(new Budget(what, key, true), pace, reason);
    }

    /** @throws TooOften with nothing counted, for the reason that ends a message's key */
    private Attempt spend(Budget budget, Pace pace, String reason) {
        Duration wait = limit.attempt(budget.what(), budget.key(), pace);
        if (!wait.isZero()) {
            takeBack();
            throw new TooOften(wait, reason);
        }
        spent.add(budget);
        return this;
    }

    /** Does what was guessed for; it counts only when it is refused because of that field. */
    <T> T guess(String field, Supplier<T> work) {
        try {
            T done = work.get();
            right();
            return done;
        } catch (RuntimeException e) {
            if (!(e instanceof Refused refused && refused.problems().containsKey(field))) takeBack();
            throw e;
        }
    }

    void check(String field, Runnable work) {
        guess(field, () -> {
            work.run();
            return true;
        });
    }

    /** Does what costs something when it succeeds, such as a letter. */
    void act(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            takeBack();
            throw e;
        }
    }

    void right() {
        spent.stream().filter(Budget::own).forEach(budget -> limit.forget(budget.what(), budget.key()));
        spent.removeIf(Budget::own);
        takeBack();
    }

    private void takeBack() {
        spent.forEach(budget -> limit.giveBack(budget.what(), budget.key()));
        spent.clear();
    }
}
