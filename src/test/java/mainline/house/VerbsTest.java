package mainline.house;

import static mainline.house.Code.CODE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import mainline.record.Hearer;
import mainline.record.Verb;
import org.junit.jupiter.api.Test;

/** What stands in the record for ever. */
class VerbsTest {
    @Test
    void a_module_names_its_verbs_in_one_enum_and_no_two_are_the_same() {
        List<Class<?>> enums = enums().toList();
        assertThat(enums).isNotEmpty().extracting(Class::getPackageName).doesNotHaveDuplicates();
        assertThat(enums.stream().flatMap(VerbsTest::verbs).map(Verb::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+\\.[a-z-]+"));
    }

    @Test
    void every_verb_says_who_hears_of_it_or_why_nobody_does() {
        enums().flatMap(VerbsTest::verbs)
                .forEach(verb -> assertThat(verb.hearers())
                        .as(verb.code())
                        .isNotEmpty()
                        .doesNotHaveDuplicates()
                        .matches(hearers ->
                                hearers.size() == 1 || hearers.stream().noneMatch(Hearer.Nobody.class::isInstance)));
    }

    @Test
    void every_verb_is_told_by_a_sentence_of_its_module() {
        enums().forEach(each -> {
            Properties messages = messages(each);
            verbs(each)
                    .forEach(verb -> assertThat(messages.stringPropertyNames()).contains("record." + verb.code()));
        });
    }

    /** A record may hold any of these; later ones may be added. */
    @Test
    void what_was_once_stored_is_still_a_verb() {
        assertThat(enums().flatMap(VerbsTest::verbs).map(Verb::code))
                .contains(
                        "announcement.made",
                        "announcement.of-decision",
                        "announcement.of-project",
                        "announcement.urgent",
                        "approval.withdrawn",
                        "change.approved",
                        "change.approved-with-interest",
                        "change.cited",
                        "change.concern-raised",
                        "change.concern-settled",
                        "change.concerns-overruled",
                        "change.drafted",
                        "change.emergency-called",
                        "change.emergency-reviewed",
                        "change.emergency-taken-back",
                        "change.enacted-by-decision",
                        "change.enacted-by-person",
                        "change.enacted-by-rule",
                        "change.endorsed",
                        "change.endorsement-withdrawn",
                        "change.merged",
                        "change.merged-alone",
                        "change.merged-as-only-steward",
                        "change.merged-in-emergency",
                        "change.proposed",
                        "change.revised",
                        "change.suggestions-taken",
                        "change.withdrawn",
                        "change.word-meant",
                        "comment.edited",
                        "comment.removed",
                        "comment.written",
                        "community.closed",
                        "community.founded",
                        "community.invitation-ended",
                        "community.invited",
                        "community.opened",
                        "community.renamed",
                        "concern.answered",
                        "concern.lapsed",
                        "concern.raised",
                        "concern.replied",
                        "concern.resolved",
                        "concern.stands",
                        "consent.again",
                        "consent.objected",
                        "consent.objection-withdrawn",
                        "consent.phase-amend",
                        "consent.phase-object",
                        "consent.phase-react",
                        "contribution.confirmed",
                        "contribution.logged",
                        "contribution.withdrawn",
                        "convener.declined",
                        "convener.offered",
                        "convener.took",
                        "decision.amended",
                        "decision.closed",
                        "decision.concluded",
                        "decision.corrected",
                        "decision.escalated",
                        "decision.opened",
                        "decision.review-due",
                        "decision.rules-adopted",
                        "decision.withdrawn",
                        "edition.named",
                        "entry.erased",
                        "evaluation.opened",
                        "handbook.begun-elsewhere",
                        "handbook.forked",
                        "handbook.imported",
                        "handbook.offered",
                        "handbook.quota-set",
                        "idea.edited",
                        "idea.imported",
                        "idea.published",
                        "idea.reopened",
                        "idea.upheld",
                        "idea.withdrawn",
                        "member.joined",
                        "member.left",
                        "mission.proposed",
                        "mission.published",
                        "mission.ratification-opened",
                        "mission.ratified",
                        "mission.signed",
                        "mission.turned-down",
                        "mission.unsigned",
                        "need.changed",
                        "need.stated",
                        "nomination.accepted",
                        "nomination.agreed",
                        "nomination.lapsed",
                        "nomination.made",
                        "nomination.needless",
                        "nomination.turned-down",
                        "operator.named",
                        "operator.removed",
                        "operator.witness-added",
                        "operator.witness-removed",
                        "plan.changed",
                        "plan.set",
                        "pledge.changed",
                        "pledge.made",
                        "pledge.released",
                        "practice.opened",
                        "project.started",
                        "recall.asked",
                        "recall.needless",
                        "recall.turned-down",
                        "recall.waiting",
                        "remark.reopened",
                        "remark.resolved",
                        "reply.given",
                        "review.asked",
                        "review.moved",
                        "review.passed-on",
                        "steward.confirmed",
                        "steward.held-over",
                        "steward.left",
                        "steward.named",
                        "steward.recalled",
                        "steward.renewed",
                        "steward.stepped-down",
                        "steward.term-over",
                        "task.added",
                        "task.claimed",
                        "task.finished",
                        "task.released",
                        "trial.reported",
                        "trial.withdrawn",
                        "update.posted",
                        "verdict.keep",
                        "verdict.retire",
                        "verdict.revise");
    }

    private static Stream<Class<?>> enums() {
        return CODE.stream()
                .filter(each -> each.isAssignableTo(Verb.class) && each.isEnum())
                .map(each -> each.reflect());
    }

    private static Stream<Verb> verbs(Class<?> named) {
        return Stream.of(named.getEnumConstants()).map(Verb.class::cast);
    }

    private static Properties messages(Class<?> named) {
        Properties read = new Properties();
        String module = named.getPackageName().replaceFirst(".*\\.", "");
        try (Reader in = Files.newBufferedReader(Sources.ROOT.resolve(module, "messages.properties"))) {
            read.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
