package mainline.mission;

/** A clause of the mission; it is cited as M and its number. */
public record Clause(int number, String text) {
    public String name() {
        return "M" + number;
    }
}
