package mainline.look;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One message of one language.
 *
 * @param texts what stands before, between and behind the gaps; null when only a message format can put it together
 * @param gaps the number of the argument in each gap
 */
record Phrase(MessageFormat format, @Nullable List<String> texts, List<Integer> gaps) {
    /** A page counts the same things in the same words again and again. */
    private static final Cache<Numbers, String> TOLD =
            Caffeine.newBuilder().maximumSize(20_000).build();

    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

    /** By identity: there is one of each message and language. */
    private record Numbers(Phrase phrase, List<Object> numbers) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Numbers(Phrase same, List<Object> others)
                    && same == phrase
                    && others.equals(numbers);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(phrase) + numbers.hashCode();
        }
    }

    static Phrase of(String pattern, Locale locale) {
        MessageFormat format = new MessageFormat(pattern, locale);
        boolean quoted = pattern.replace("''", "").indexOf('\'') >= 0;
        if (quoted || GAP.matcher(pattern).replaceAll("").indexOf('{') >= 0) return new Phrase(format, null, List.of());
        List<String> texts = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        Matcher gap = GAP.matcher(pattern);
        int end = 0;
        while (gap.find()) {
            texts.add(pattern.substring(end, gap.start()).replace("''", "'"));
            gaps.add(Integer.parseInt(gap.group(1)));
            end = gap.end();
        }
        texts.add(pattern.substring(end).replace("''", "'"));
        return new Phrase(format, List.copyOf(texts), List.copyOf(gaps));
    }

    /** Exactly what the message format would make of it. */
    String with(@Nullable Object[] arguments) {
        if (texts == null || !areTexts(arguments))
            return areNumbers(arguments)
                    ? TOLD.get(new Numbers(this, List.of(arguments)), numbers -> format(arguments))
                    : format(arguments);
        if (gaps.isEmpty()) return texts.getFirst();
        StringBuilder whole = new StringBuilder(texts.getFirst());
        for (int i = 0; i < gaps.size(); i++)
            whole.append(arguments[gaps.get(i)]).append(texts.get(i + 1));
        return whole.toString();
    }

    private String format(@Nullable Object[] arguments) {
        // A format is not safe for several threads at once.
        return ((MessageFormat) format.clone()).format(arguments);
    }

    private static boolean areNumbers(@Nullable Object[] arguments) {
        for (Object each : arguments) if (!(each instanceof Integer || each instanceof Long)) return false;
        return true;
    }

    private boolean areTexts(@Nullable Object[] arguments) {
        for (int gap : gaps) if (gap >= arguments.length || !(arguments[gap] instanceof String)) return false;
        return true;
    }
}
