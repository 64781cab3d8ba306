package mainline.site;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import mainline.community.Communities;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.platform.Refusal;
import mainline.record.PublicRecord;
import mainline.record.RecordCopies;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "record",
        description = "Look after the public record.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RecordCommand.Erase.class, RecordCommand.Export.class})
final class RecordCommand {
    @Command(name = "export", description = "Write a record into a file that anyone can verify.")
    static final class Export implements Callable<Integer> {
        @Mixin
        private DataOption folder = new DataOption();

        @Option(names = "--community", paramLabel = "SLUG", required = true, description = "Whose record it is.")
        private String community = "";

        @Option(names = "--out", paramLabel = "FILE", description = "The file (default: the standard output).")
        private @Nullable Path out;

        @Override
        public Integer call() {
            return new Launch().data(folder.data).work(context -> {
                var place = context.getBean(Communities.class)
                        .bySlug(community)
                        .orElseThrow(() -> new Refusal("There is no community " + community + "."));
                try {
                    write(context.getBean(RecordCopies.class), place.id());
                } catch (Missing none) {
                    throw new Refusal("Nothing is recorded there yet.", none);
                } catch (IOException e) {
                    throw new Refusal("The export cannot be written: " + e.getMessage(), e);
                }
                return 0;
            });
        }

        private void write(RecordCopies copies, CommunityId community) throws IOException {
            if (out == null) {
                var terminal = new BufferedOutputStream(System.out);
                copies.write(community, terminal);
                terminal.flush();
            } else
                try (var file = new BufferedOutputStream(Files.newOutputStream(out))) {
                    copies.write(community, file);
                }
        }
    }

    @Command(
            name = "erase",
            description =
                    "Erase what is personal in an entry, at a person's request; the record tells that it was done.")
    static final class Erase implements Callable<Integer> {
        @Mixin
        private DataOption folder = new DataOption();

        @Option(names = "--community", paramLabel = "SLUG", required = true, description = "Whose record it is.")
        private String community = "";

        @Option(names = "--entry", paramLabel = "N", required = true, description = "The number of the entry's page.")
        private long entry;

        @Override
        public Integer call() {
            return new Launch().data(folder.data).work(context -> {
                erase(context);
                System.out.println("Erased what was personal in entry " + entry + ".");
                return 0;
            });
        }

        private void erase(ApplicationContext context) {
            var place = context.getBean(Communities.class)
                    .bySlug(community)
                    .orElseThrow(() -> new Refusal("There is no community " + community + "."));
            try {
                context.getBean(PublicRecord.class).erase(place.id(), entry);
            } catch (Missing missing) {
                throw new Refusal("There is no entry " + entry + " in this community.", missing);
            } catch (Refused refused) {
                var reason = refused.problems().values().iterator().next();
                throw new Refusal(context.getMessage(reason.key(), reason.gaps().toArray(), Locale.ENGLISH), refused);
            }
        }
    }
}
