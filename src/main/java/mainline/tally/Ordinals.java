package mainline.tally;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ranks as people and their forms write them: 1, 1., 1st, 2nd choice, 1er choix, 2º, Rang 3, first, segunda opción. */
final class Ordinals {
    private static final String CHOICE = "(?:choice|choices|pref|preference|rank|ranking|vote|option|opcion|eleccion"
            + "|preferencia|choix|voeu|rang|wahl|wunsch|prioritat|praferenz|platz|place|puesto|rango|lugar|opcao|escolha"
            + "|scelta|opzione|preferenza|posto|priority|prioridad|prioridade|priorite|priorita)";
    /** Words that stand before a number only to say that it is a rank. */
    private static final String BEFORE =
            "(?:choice|pref|preference|rank|ranking|choix|wahl|preferencia|preferenza|praferenz|rang|rango|eleccion"
                    + "|escolha|scelta)";

    private static final String ENDING =
            "(?:st|nd|rd|th|er|ere|re|eme|ieme|nde|te|ro|ra|do|da|to|ta|vo|va|mo|ma|no|na)";
    private static final String LETTER = "(?:[aoe]|os|as)";
    private static final Pattern CELL = Pattern.compile("(?:(?:#|no|nr|n|num|" + BEFORE + "|platz|place|puesto|lugar)"
            + "[\\s.:°#_-]*)?(\\p{Nd}{1,9})(?:[.,]0{1,2})?\\s*[.):°]*(?:" + ENDING + "|" + LETTER + ")?\\s*" + CHOICE
            + "?");
    private static final Pattern NUMBERED = Pattern.compile(BEFORE + "[\\W_]*(\\p{Nd}{1,4})");
    private static final Pattern ENDED = Pattern.compile("(\\p{Nd}{1,4})\\s*" + ENDING + "[\\s_-]*" + CHOICE + "?");
    private static final Pattern CHOSEN = Pattern.compile("(\\p{Nd}{1,4})\\s*[.):°]*" + LETTER + "?[\\s_-]*" + CHOICE);
    private static final Pattern WORD = Pattern.compile("(\\p{L}+)[\\s_-]*" + CHOICE + "?");

    /** In English, Spanish, Portuguese, Italian, French and German, without what gender and case add. */
    private static final List<String> WORDS = List.of(
            "first|primer[oa]?|primeir[oa]|prim[oa]|premiere?|erst(?:e|er|es|en)?",
            "second|segund[oa]|second[oa]|deuxieme|seconde|zweit(?:e|er|es|en)?",
            "third|tercer[oa]?|terceir[oa]|terz[oa]|troisieme|dritt(?:e|er|es|en)?",
            "fourth|cuart[oa]|quart[oa]|quatrieme|viert(?:e|er|es|en)?",
            "fifth|quint[oa]|cinquieme|funft(?:e|er|es|en)?",
            "sixth|sext[oa]|sest[oa]|sixieme|sechst(?:e|er|es|en)?",
            "seventh|septim[oa]|setim[oa]|settim[oa]|septieme|siebt(?:e|er|es|en)?",
            "eighth|octav[oa]|oitav[oa]|ottav[oa]|huitieme|acht(?:e|er|es|en)?",
            "ninth|noven[oa]|non[oa]|neuvieme|neunt(?:e|er|es|en)?",
            "tenth|decim[oa]|dixieme|zehnt(?:e|er|es|en)?");

    private Ordinals() {}

    /** The rank a cell gives, or 0 when it gives none. */
    static int of(String cell) {
        String plain = plain(cell);
        int number = number(CELL, plain);
        return number > 0 ? number : word(plain);
    }

    /** The rank whose options stand below such a heading, or 0; a number alone is no such heading. */
    static int heading(String heading) {
        String plain = plain(heading);
        for (Pattern each : List.of(NUMBERED, ENDED, CHOSEN)) {
            int number = number(each, plain);
            if (number > 0) return number;
        }
        return word(plain);
    }

    private static int number(Pattern pattern, String plain) {
        Matcher matcher = pattern.matcher(plain);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static int word(String plain) {
        Matcher matcher = WORD.matcher(plain);
        if (!matcher.matches()) return 0;
        for (int at = 0; at < WORDS.size(); at++) if (matcher.group(1).matches(WORDS.get(at))) return at + 1;
        return 0;
    }

    /** Small letters without accents; the raised letters of 1º and 1ª are a full stop. */
    static String plain(String text) {
        String apart = Normalizer.normalize(text.strip().replaceAll("[ºª]", "."), Normalizer.Form.NFKD);
        return apart.replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .strip();
    }
}
