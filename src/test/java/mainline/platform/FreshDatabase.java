package mainline.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import mainline.TestClock;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Gives a context its own database, and each test class using the context a fresh copy and a clock set back. */
public final class FreshDatabase extends AbstractTestExecutionListener {
    @Override
    public int getOrder() {
        return 1500; // before Spring's own listeners fill the test instance
    }

    @Override
    public void beforeTestClass(TestContext test) {
        var context = test.getApplicationContext();
        TestDatabase.renew(context.getBean(HikariDataSource.class));
        context.getBeansOfType(Cache.class).values().forEach(Cache::invalidateAll);
        context.getBean(Memory.class).anythingMoved();
        context.getBeanProvider(TestClock.class).ifAvailable(TestClock::reset);
    }

    /** Points a new context at a database of its own. */
    public static final class Factory implements ContextCustomizerFactory {
        @Override
        public ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
            return new Customizer();
        }
    }

    private static final class Customizer implements ContextCustomizer {
        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            var url = TestDatabase.newUrl();
            TestDatabase.renew(url);
            var name = url.substring(url.lastIndexOf('/') + 1);
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context,
                    "mainline.database.url=" + url,
                    "mainline.database.username=" + TestDatabase.username(),
                    "mainline.database.password=" + TestDatabase.password(),
                    "mainline.jobs=false",
                    "mainline.outbound.allow-private=true",
                    "mainline.data=" + TestDatabase.FOLDER.resolve(name));
        }

        // All customizers are equal, so that Spring's cache keeps one context for all like test classes.
        @Override
        public boolean equals(Object other) {
            return other instanceof Customizer;
        }

        @Override
        public int hashCode() {
            return Customizer.class.hashCode();
        }
    }
}
