package mainline.decisions;

/**
 * How many have to take part for a question to be decided at all, as its asker wanted it: so many people, or so many of every
 * hundred who may vote.
 *
 * @param people 0 where it is a percentage
 * @param percent 0 where it is a number of people
 */
record Turnout(int people, int percent) {
    static Turnout ofPeople(int people) {
        return new Turnout(people, 0);
    }

    static Turnout ofPercent(int percent) {
        return new Turnout(0, percent);
    }

    /** So many of that many; a part of a person is a person. */
    int least(int eligible) {
        return percent == 0 ? people : Math.toIntExact(Math.ceilDivExact((long) percent * eligible, 100L));
    }
}
