package mainline.record;

import mainline.community.Why;

/**
 * Who hears of an act: what a {@link Verb} declares, and the table in the docs is drawn from. Whoever did it hears nothing.
 * Nobody hears of one act twice: the first reason counts.
 */
public sealed interface Hearer {

    /** Nobody, and why not. */
    record Nobody(String because) implements Hearer {}

    /** Whoever the thing belongs to; they are told in the sentence of the record. */
    record Owner() implements Hearer {}

    /** Whoever follows the thing, what it came from, or the person; in the sentence of the record. */
    record Followers() implements Hearer {}

    /** Everybody who belongs to the community, in the sentence of the record. */
    record Everybody() implements Hearer {}

    /** Everybody on the roll of the decision, in the sentence of the record. */
    record Roll() implements Hearer {}

    /** Those who look after the whole handbook are asked, in the sentence of the record. */
    record Stewards() implements Hearer {}

    /** Whoever was asked about it, or about what it is a part of, is asked no more. */
    record Settling() implements Hearer {}

    /**
     * Somebody whom the module itself tells, in a sentence made for them.
     *
     * @param who in words
     */
    record Named(Why why, String who) implements Hearer {}

    static Hearer nobody(String because) {
        return new Nobody(because);
    }

    static Hearer owner() {
        return new Owner();
    }

    static Hearer followers() {
        return new Followers();
    }

    static Hearer everybody() {
        return new Everybody();
    }

    static Hearer roll() {
        return new Roll();
    }

    static Hearer stewards() {
        return new Stewards();
    }

    static Hearer settling() {
        return new Settling();
    }

    static Hearer asked(String who) {
        return new Named(Why.ASKED, who);
    }

    static Hearer answered(String who) {
        return new Named(Why.ANSWERED, who);
    }

    static Hearer bound(String who) {
        return new Named(Why.BOUND, who);
    }
}
