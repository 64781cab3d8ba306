package mainline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import mainline.Mainline;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

class MigrationsTest {
    @Tag("slow")
    @Test
    void a_module_is_migrated_after_every_module_it_uses() throws IOException {
        var modules = ApplicationModules.of(Mainline.class);
        var order = new ArrayList<>(Migrations.inOrder());
        for (var name : order)
            modules.getModuleByName(name)
                    .orElseThrow()
                    .getDependencies(modules, DependencyDepth.ALL)
                    .uniqueModules()
                    .map(used -> used.getIdentifier().toString())
                    .filter(order::contains)
                    .forEach(used -> assertThat(order).containsSubsequence(used, name));
    }
}
