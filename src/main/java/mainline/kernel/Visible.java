package mainline.kernel;

/** Tells texts that show something from those that only look like one to a computer. */
public final class Visible {
    /** Letters and signs by their category, yet nothing is drawn for them: fillers, blank Braille, a silent note head. */
    private static final String BLANK = "\u115F\u1160\u3164\uFFA0\u2800\uD834\uDD59";

    private Visible() {}

    /** Whether the text has any character that a reader can see by itself. */
    public static boolean in(String text) {
        return text.codePoints().anyMatch(Visible::shows);
    }

    private static boolean shows(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> BLANK.indexOf(character) < 0;
        };
    }
}
