package mainline.look;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import mainline.kernel.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The messages of all modules, in one table per language. A page says a hundred of them, so finding one is a single
 * look-up, and those whose gaps are texts are put together without the machinery of message formats.
 */
final class Bundles extends AbstractMessageSource {
    private static final String FALLBACK = Languages.usual().toLanguageTag();

    private final Map<String, Map<String, Phrase>> languages = new HashMap<>();

    private Bundles() {}

    /** Reads {@code mainline/MODULE/messages.properties} for the usual language, the same with {@code _es} and so on. */
    static Bundles load() throws IOException {
        Bundles all = new Bundles();
        for (Locale language : Languages.all()) {
            String tag = language.toLanguageTag();
            all.read(
                    language,
                    "classpath*:mainline/*/messages" + (tag.equals(FALLBACK) ? "" : "_" + tag) + ".properties");
        }
        return all;
    }

    private void read(Locale locale, String files) throws IOException {
        Map<String, Phrase> phrases = new HashMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(files)) {
            Properties texts = new Properties();
            try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
            texts.stringPropertyNames().forEach(key -> phrases.put(key, Phrase.of(texts.getProperty(key), locale)));
        }
        languages.put(locale.toLanguageTag(), phrases);
    }

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, @Nullable Object @Nullable [] gaps, @Nullable Locale locale) {
        Phrase phrase = find(code, locale);
        return phrase == null ? null : phrase.with(gaps == null ? new Object[0] : gaps);
    }

    /** Never asked: what is above puts every message together. */
    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        return null;
    }

    private @Nullable Phrase find(@Nullable String code, @Nullable Locale locale) {
        Map<String, Phrase> spoken = languages.get(locale == null ? FALLBACK : locale.toLanguageTag());
        Phrase phrase = spoken == null ? null : spoken.get(code);
        return phrase != null
                ? phrase
                : languages.getOrDefault(FALLBACK, Map.of()).get(code);
    }
}
