package mainline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import mainline.MainlineTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No address is ruled out that a pattern matches. */
@MainlineTest
class AddressesTest {
    private final Map<RequestMappingInfo, HandlerMethod> handlers;

    AddressesTest(RequestMappingHandlerMapping mapping) {
        this.handlers = mapping.getHandlerMethods();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/{community}/ideas/{number:\\d{1,18}} | /harbour/ideas/7 | true",
                "/{community}/ideas/{number:\\d{1,18}} | /harbour/changes/7 | false",
                "/{community}/handbook/{*path} | /harbour/handbook/a/b/c | true",
                "/{community}/handbook/{*path} | /harbour/handbook | true",
                "/{community}/handbook/{*path} | /harbour/handbook/a} | true",
                "/{community}/handbook/{*path} | /harbour/record/a | false",
                "/{community} | /harbour | true",
                "/me/notices | /me | false",
                "/assets/** | /assets/x/y.css | true",
                "/ | / | true"
            })
    void only_what_has_another_word_in_its_place_is_ruled_out(String pattern, String path, boolean may) {
        assertThat(Addresses.Shape.of(pattern).mayMatch(Addresses.Shape.parts(path)))
                .isEqualTo(may);
    }

    @Test
    void every_pattern_may_match_an_address_made_from_it() {
        TreeSet<String> ruledOut = new TreeSet<>();
        handlers.keySet()
                .forEach(mapping -> mapping.getPatternValues().forEach(pattern -> {
                    String path =
                            pattern.replaceAll("\\{\\*[^}]*}", "any/thing").replaceAll("\\{[^/]*}", "7");
                    if (!Addresses.Shape.of(pattern).mayMatch(Addresses.Shape.parts(path)))
                        ruledOut.add(pattern + " " + path);
                }));
        assertThat(handlers).hasSizeGreaterThan(200);
        assertThat(ruledOut).isEmpty();
    }
}
