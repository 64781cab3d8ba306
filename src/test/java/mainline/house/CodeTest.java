package mainline.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static mainline.house.Code.CODE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the house that a reader could forget. */
class CodeTest {
    @Test
    void sql_stands_only_in_stores() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .resideOutsideOfPackage("mainline.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..")
                .check(CODE);
    }

    @Test
    void other_servers_are_asked_only_by_the_one_client() {
        noClasses()
                .that()
                .haveNameNotMatching("mainline\\.platform\\.Outbound(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "org.apache.hc..",
                        "org.springframework.http.client..",
                        "org.springframework.boot.http.client..",
                        "org.springframework.web.client..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.net.URLConnection.class)
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .check(CODE);
    }

    @Test
    void stores_and_controllers_are_no_promise_to_other_modules() {
        classes()
                .that(simpleNameEndingWith("Store").or(simpleNameEndingWith("Pages")))
                .should()
                .notBePublic()
                .check(CODE);
    }

    @Test
    void a_store_begins_no_transaction() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Store")
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(CODE);
    }

    @Test
    void names_say_what_a_thing_is() {
        for (String suffix : List.of("Service", "Impl", "Manager", "Util", "Utils", "Helper", "DTO", "Data", "Info"))
            noClasses().should().haveSimpleNameEndingWith(suffix).check(CODE);
    }

    @Test
    void every_package_says_what_it_is_and_is_null_marked() throws IOException {
        try (Stream<Path> packages = Files.list(Path.of("src/main/java/mainline"))) {
            packages.filter(Files::isDirectory)
                    .filter(folder -> !folder.endsWith("__root"))
                    .forEach(folder -> assertThat(folder.resolve("package-info.java"))
                            .content()
                            .contains("/**", "@NullMarked"));
        }
    }
}
