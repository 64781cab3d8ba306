package mainline.house;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a message says numbers. */
final class Plurals {
    private static final int COUNTED = 200;

    private Plurals() {}

    /**
     * The plural forms that one of its gaps has no words for, of those the language has for numbers that occur.
     *
     * @throws IllegalArgumentException for a message that no format understands, and for one with choices in the place of plurals
     */
    static Set<String> lackedBy(String message, Locale language) {
        PluralRules rules = PluralRules.forLocale(language);
        Set<String> needed = IntStream.rangeClosed(0, COUNTED)
                .mapToObj(rules::select)
                .collect(Collectors.toCollection(TreeSet::new));
        needed.add(PluralRules.KEYWORD_OTHER);
        Set<String> lacking = new TreeSet<>();
        for (Set<String> said : said(new MessagePattern(message))) {
            Set<String> lacks = new TreeSet<>(needed);
            lacks.removeAll(said);
            lacking.addAll(lacks);
        }
        return lacking;
    }

    private static List<Set<String>> said(MessagePattern message) {
        List<Set<String>> all = new ArrayList<>();
        for (int part = 0; part < message.countParts(); part++) {
            if (message.getPartType(part) != MessagePattern.Part.Type.ARG_START) continue;
            MessagePattern.ArgType type = message.getPart(part).getArgType();
            if (type == MessagePattern.ArgType.CHOICE)
                throw new IllegalArgumentException("a choice: " + message.getPatternString());
            if (type == MessagePattern.ArgType.PLURAL) all.add(selectors(message, part));
        }
        return all;
    }

    private static Set<String> selectors(MessagePattern message, int start) {
        Set<String> found = new TreeSet<>();
        for (int part = start; part < message.getLimitPartIndex(start); part++) {
            boolean isSelector = message.getPartType(part) == MessagePattern.Part.Type.ARG_SELECTOR;
            if (isSelector) found.add(message.getSubstring(message.getPart(part)));
        }
        return found;
    }
}
