package mainline.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static mainline.house.Code.CODE;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.Map;
import mainline.community.Here;
import mainline.look.Shells;
import mainline.people.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;

/**
 * What a module promises can be asked by any face: a page, an answer in JSON, a command. A front door is a public component
 * that is not itself part of the pages: neither a panel or a view by its name, nor what tells controllers who asks and where.
 */
class FrontDoorsTest {
    private static final DescribedPredicate<JavaClass> FRONT_DOORS =
            describe("front doors", FrontDoorsTest::isFrontDoor);

    private static boolean isFrontDoor(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.isAnnotatedWith(Component.class)
                && !type.getSimpleName().matches(".*(Panel|View)")
                && !type.isAssignableTo(HandlerMethodArgumentResolver.class)
                && !type.isAssignableTo(Shells.class)
                && !type.getPackageName().equals("mainline.look");
    }

    @Test
    void a_front_door_knows_no_page() {
        noClasses()
                .that(FRONT_DOORS)
                .should()
                .dependOnClassesThat(resideInAnyPackage("mainline.look..", "gg.jte..")
                        .or(type(Here.class))
                        .or(type(Visitor.class)))
                .check(CODE);
    }

    @Test
    void a_front_door_takes_no_form() {
        noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(FRONT_DOORS)
                .should(haveParametersThatAreForms())
                .check(CODE);
    }

    private static ArchCondition<JavaMethod> haveParametersThatAreForms() {
        return ArchCondition.from(describe(
                "take the fields of a form",
                method -> method.getParameters().stream().anyMatch(each -> isForm(each.getType()))));
    }

    private static boolean isForm(JavaType type) {
        return type instanceof JavaParameterizedType whole
                && whole.toErasure().isEquivalentTo(Map.class)
                && whole.getActualTypeArguments().stream()
                        .allMatch(part -> part.toErasure().isEquivalentTo(String.class));
    }
}
