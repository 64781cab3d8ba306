package mainline.house;

import mainline.Mainline;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void a_module_knows_only_what_it_says_it_knows() {
        ApplicationModules.of(Mainline.class).verify();
    }
}
