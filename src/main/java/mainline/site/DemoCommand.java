package mainline.site;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import mainline.platform.DemoWorld;
import mainline.platform.Refusal;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "demo", description = "Start the server with an example community, in a data folder of its own.")
final class DemoCommand implements Callable<Integer> {
    private static final Path OWN_FOLDER = Path.of("demo-data");

    @Mixin
    private DataOption folder = new DataOption();

    @Mixin
    private ServeCommand.Place place = new ServeCommand.Place();

    @Override
    public Integer call() throws Exception {
        var context = place.launch()
                .data(Objects.requireNonNullElse(folder.data, OWN_FOLDER))
                .with("mainline.demo", true)
                .serve();
        var world = context.getBeanProvider(DemoWorld.class).getIfAvailable();
        if (world != null) load(world, context);
        ServeCommand.announce(context);
        if (world != null) world.signIns().forEach(line -> System.out.println("  " + line));
        ServeCommand.stay();
        return 0;
    }

    private static void load(DemoWorld world, ConfigurableApplicationContext context) {
        try {
            world.load();
        } catch (Refusal refusal) {
            context.close();
            throw refusal;
        }
    }
}
