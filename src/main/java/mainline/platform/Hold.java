package mainline.platform;

import java.util.HashMap;
import java.util.Map;

/** An amount that is shared; no one asker gets more than half of it. */
final class Hold {
    private final int all;
    private final Map<String, Integer> taken = new HashMap<>();
    private int sum;

    Hold(int all) {
        this.all = all;
    }

    synchronized boolean take(String asker, int amount) {
        int own = taken.getOrDefault(asker, 0) + amount;
        if (own > all / 2 || sum + amount > all) return false;
        taken.put(asker, own);
        sum += amount;
        return true;
    }

    synchronized void giveBack(String asker, int amount) {
        sum -= amount;
        taken.computeIfPresent(asker, (name, own) -> own == amount ? null : own - amount);
    }
}
