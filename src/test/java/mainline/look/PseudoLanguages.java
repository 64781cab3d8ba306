package mainline.look;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DelegatingMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Two languages for looking at pages, made of the English texts: {@code en-XA} has accents and is half as long again,
 * {@code ar-XB} has Arabic letters and runs from right to left. What is still English there does not come from the messages.
 */
public class PseudoLanguages implements BeanPostProcessor {
    public static final Locale LONG = Locale.forLanguageTag("en-XA");
    public static final Locale RIGHT_TO_LEFT = Locale.forLanguageTag("ar-XB");

    private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";
    private static final String ACCENTS = "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž";
    private static final String ARABIC = "ابسدهفغحيجكلمنوبقرشتوفخزيظ";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals("messageSource") && bean instanceof MessageSource real ? new Speaking(real) : bean;
    }

    private static final class Speaking extends DelegatingMessageSource {
        private final Map<String, String> english = new HashMap<>();

        Speaking(MessageSource real) {
            setParentMessageSource(real);
            try {
                for (Resource file : new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:mainline/*/messages.properties")) read(file);
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        }

        private void read(Resource file) throws IOException {
            Properties texts = new Properties();
            try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
            texts.stringPropertyNames().forEach(key -> english.put(key, texts.getProperty(key)));
        }

        @Override
        public String getMessage(String code, Object @Nullable [] gaps, Locale locale) {
            String pattern = english.get(code);
            return isPseudo(locale) && pattern != null
                    ? said(pattern, gaps, locale)
                    : super.getMessage(code, gaps, locale);
        }

        @Override
        public @Nullable String getMessage(
                String code, Object @Nullable [] gaps, @Nullable String otherwise, Locale locale) {
            String pattern = english.get(code);
            return isPseudo(locale) && pattern != null
                    ? said(pattern, gaps, locale)
                    : super.getMessage(code, gaps, otherwise, locale);
        }

        private static boolean isPseudo(Locale locale) {
            return locale.equals(LONG) || locale.equals(RIGHT_TO_LEFT);
        }

        private static String said(String pattern, Object @Nullable [] gaps, Locale locale) {
            UnaryOperator<String> words = locale.equals(LONG) ? PseudoLanguages::longer : text -> letters(text, ARABIC);
            // The plurals are those of the English texts.
            return new MessageFormat(changed(pattern, words), Locale.ENGLISH)
                    .format(gaps == null ? new Object[0] : gaps);
        }
    }

    /** The words of a message, and those inside its plurals, but not its gaps. */
    static String changed(String pattern, UnaryOperator<String> words) {
        StringBuilder whole = new StringBuilder();
        int at = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
            whole.append(words.apply(pattern.substring(at, open)));
            at = closing(pattern, open) + 1;
            String gap = pattern.substring(open, at);
            whole.append(gap.contains("plural") ? plural(gap, words) : gap);
        }
        return whole.append(words.apply(pattern.substring(at))).toString();
    }

    private static String plural(String gap, UnaryOperator<String> words) {
        StringBuilder whole = new StringBuilder();
        int at = 0;
        for (int open = gap.indexOf('{', 1); open >= 0; open = gap.indexOf('{', at)) {
            int close = closing(gap, open);
            whole.append(gap, at, open + 1)
                    .append(changed(gap.substring(open + 1, close), words))
                    .append('}');
            at = close + 1;
        }
        return whole.append(gap.substring(at)).toString();
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            if (text.charAt(at) == '{') depth++;
            if (text.charAt(at) == '}' && --depth == 0) return at;
        }
        throw new IllegalArgumentException(text);
    }

    private static String longer(String text) {
        return letters(text.replaceAll("([aeiouAEIOU])", "$1$1"), ACCENTS);
    }

    private static String letters(String text, String alphabet) {
        StringBuilder other = new StringBuilder();
        text.chars().forEach(each -> {
            int letter = LATIN.indexOf(Character.toLowerCase(each));
            other.append(letter < 0 ? (char) each : alphabet.charAt(letter));
        });
        return other.toString();
    }
}
