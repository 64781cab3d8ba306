package mainline.decisions;

/**
 * Runs what the last ballot sets off apart from the request that brought it. An act that is told within a request leaves the
 * print of its form with the sent forms: a hash over all its fields, the choice among them. Whoever has the database and the page
 * on which somebody voted could try every choice against it, and know a secret ballot.
 */
final class ApartFromVoter {
    private ApartFromVoter() {}

    /** Comes back when it is done, so that the voter's next page shows the end. */
    static void run(Runnable closing) {
        try {
            Thread.ofVirtual().name("apart-from-voter").start(closing).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
