package mainline;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import mainline.handbook.HandbookExamples;
import mainline.look.PseudoLanguages;
import mainline.people.QuickPasswords;
import mainline.platform.FreshDatabase;
import mainline.platform.Greeter;
import mainline.platform.TestErrands;
import mainline.stewardship.StewardshipExamples;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test against the whole application on a random port and a real PostgreSQL. The application starts once for all
 * such classes; each class begins with an empty, migrated database and with {@link TestClock} at its start. Constructor
 * parameters are injected. Jobs do not run by themselves, and passwords are hashed in no time. Communities begin without
 * a cooling time, so that a test need not wait; those about it set one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("application")
@SpringBootTest(
        classes = Mainline.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "mainline.cooling=0s")
@Import({
    TestClock.InPlace.class,
    TestErrands.class,
    QuickPasswords.class,
    Greeter.class,
    Village.class,
    Hearing.class,
    HandbookExamples.class,
    StewardshipExamples.class,
    PseudoLanguages.class
})
@ContextCustomizerFactories(FreshDatabase.Factory.class)
@TestExecutionListeners(
        listeners = FreshDatabase.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface MainlineTest {}
