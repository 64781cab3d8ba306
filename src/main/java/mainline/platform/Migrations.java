package mainline.platform;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModuleIdentifier;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;
import org.springframework.modulith.runtime.flyway.MigrationFilter;
import org.springframework.modulith.runtime.flyway.SpringModulithFlywayMigrationStrategy;

/**
 * One migration history per module, a module after those it may know. Modulith would find that order by reading every
 * class on each start, which takes longer than all the rest; what the modules declare is enough.
 */
@Configuration(proxyBeanMethods = false)
class Migrations {
    private static final String ROOT = "mainline";

    @Bean
    static FlywayMigrationStrategy migrationsByModule() throws IOException {
        var modules = inOrder().stream().map(ApplicationModuleIdentifier::of).toList();
        return new SpringModulithFlywayMigrationStrategy(
                ApplicationModuleIdentifiers.of(modules), MigrationFilter.USE_ALL);
    }

    /** The modules that have migrations, each after those it may know. */
    static Set<String> inOrder() throws IOException {
        var found = new TreeSet<String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "/*/V*.sql")) {
            var path = file.getURL().getPath().split("/", -1);
            found.add(path[path.length - 2]);
        }
        found.remove("__root");
        var ordered = new LinkedHashSet<String>();
        for (var module : found) follow(module, ordered, new LinkedHashSet<>());
        ordered.retainAll(found);
        return ordered;
    }

    private static void follow(String module, Set<String> ordered, Set<String> path) {
        if (ordered.contains(module)) return;
        if (!path.add(module)) throw new IllegalStateException("Modules know each other in a circle: " + path);
        for (var known : knownTo(module)) follow(known.replaceFirst("\\s*::.*", ""), ordered, path);
        path.remove(module);
        ordered.add(module);
    }

    private static List<String> knownTo(String module) {
        try {
            var declared = Class.forName(ROOT + "." + module + ".package-info").getAnnotation(ApplicationModule.class);
            if (declared != null) return List.of(declared.allowedDependencies());
        } catch (ClassNotFoundException e) {
            // reported below, as for a module that declares nothing
        }
        throw new IllegalStateException("The module " + module + " does not declare what it may know.");
    }
}
