package mainline.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import mainline.Mainline;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application for a command, with what its options say above all other settings. */
final class Launch {
    private final List<String> settings = new ArrayList<>();
    private @Nullable Path data;

    Launch with(String name, @Nullable Object value) {
        if (value != null) settings.add("--" + name + "=" + value);
        return this;
    }

    Launch data(@Nullable Path folder) {
        data = folder;
        return with("mainline.data", folder);
    }

    /** The whole application, answering requests. */
    ConfigurableApplicationContext serve() {
        return new SpringApplicationBuilder(Mainline.class).run(arguments());
    }

    /** Only what the work asks for, beside a running server or alone; stopped when the work is done. */
    int work(ToIntFunction<ConfigurableApplicationContext> work) {
        with("mainline.serving", false).with("mainline.base-url", LastAddress.of(data, System.getenv()));
        try (var context = new SpringApplicationBuilder(Mainline.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .properties(Map.of("spring.main.keep-alive", "false"))
                .run(arguments())) {
            return work.applyAsInt(context);
        }
    }

    private String[] arguments() {
        return settings.toArray(String[]::new);
    }
}
