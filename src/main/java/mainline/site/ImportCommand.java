package mainline.site;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import mainline.exchange.GitImport;
import mainline.exchange.WordPressImport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Bring in what people wrote elsewhere.",
        synopsisSubcommandLabel = "KIND",
        subcommands = {ImportCommand.Git.class, ImportCommand.WordPress.class})
final class ImportCommand {
    @Command(
            name = "git",
            description = "Bring a git repository along as the handbook of a community, with its whole history.")
    static final class Git implements Callable<Integer> {
        @Mixin
        private DataOption folder = new DataOption();

        @Parameters(paramLabel = "REPOSITORY-OR-BUNDLE", description = "A repository's folder, or a git bundle.")
        private Path source = Path.of("");

        @Option(names = "--community", paramLabel = "SLUG", required = true, description = "Whose handbook it becomes.")
        private String community = "";

        @Option(
                names = "--branch",
                paramLabel = "NAME",
                description = "The branch that becomes the handbook (default: the one its HEAD names).")
        private @Nullable String branch;

        @Override
        public Integer call() {
            return new Launch().data(folder.data).work(context -> {
                var imports = context.getBean(GitImport.class);
                System.out.println(imports.bring(source, community, branch, System.err::println));
                return 0;
            });
        }
    }

    @Command(
            name = "wordpress",
            description = "Turn a WordPress export into a community; a second time changes nothing.")
    static final class WordPress implements Callable<Integer> {
        @Mixin
        private DataOption folder = new DataOption();

        @Parameters(paramLabel = "FILE", description = "The export (WXR), as WordPress writes it.")
        private Path file = Path.of("");

        @Option(
                names = "--community",
                paramLabel = "SLUG",
                required = true,
                description = "The address of the community, made when there is none.")
        private String community = "";

        @Override
        public Integer call() {
            return new Launch().data(folder.data).work(context -> {
                var report = context.getBean(WordPressImport.class).bring(file, community);
                System.out.println(report.told());
                return 0;
            });
        }
    }
}
