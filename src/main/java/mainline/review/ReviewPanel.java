package mainline.review;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mainline.changes.Change;
import mainline.changes.ChangeLook;
import mainline.changes.ChangePanel;
import mainline.community.Here;
import mainline.kernel.PersonId;
import mainline.look.Form;
import mainline.look.Fragments;
import mainline.people.People;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a change: what its merge waits for, whose word is next, and what was said about it. */
@Component
@Order(-10)
class ReviewPanel implements ChangePanel {
    /** What rules say that lack nothing but the word of one steward, which is one member's as well. */
    private static final Set<String> ONE_WORD =
            Set.of(StewardsApprove.MISSING, MembersEndorse.MISSING, CoolingOver.SMALL_WAITS);

    private final Reviews reviews;
    private final Concerns concerns;
    private final OnlySteward onlySteward;
    private final AskViews asks;
    private final People people;
    private final Fragments fragments;

    ReviewPanel(
            Reviews reviews,
            Concerns concerns,
            OnlySteward onlySteward,
            AskViews asks,
            People people,
            Fragments fragments) {
        this.reviews = reviews;
        this.concerns = concerns;
        this.onlySteward = onlySteward;
        this.asks = asks;
        this.people = people;
        this.fragments = fragments;
    }

    /** What the viewer may do here. */
    record Rights(
            boolean member,
            boolean author,
            boolean wrote,
            boolean steward,
            boolean approved,
            boolean endorsed,
            OnlySteward.Needs needs) {
        static final Rights NONE = new Rights(false, false, false, false, false, false, OnlySteward.Needs.APPROVAL);

        /** Whether the viewer merges their own change with nobody's word. */
        boolean alone() {
            return needs == OnlySteward.Needs.NOTHING;
        }

        /** Whether the viewer merges their own change with a member's word, since there is no other steward. */
        boolean onlySteward() {
            return needs == OnlySteward.Needs.ENDORSEMENT;
        }
    }

    /** What was said about a change. */
    record Said(
            List<Approval> approvals,
            List<Endorsement> endorsements,
            List<Concern> concerns,
            Map<PersonId, Person> people) {}

    /** @param asks null when it is not open */
    record Show(
            Here here,
            Form form,
            Change change,
            List<MergeRule.Check> checks,
            @Nullable AskView asks,
            Said said,
            Rights rights) {

        /** Whether it cannot be merged since it contradicts what was merged meanwhile. */
        boolean contradicts() {
            return checks.stream().anyMatch(check -> check.outcome() == MergeRule.Outcome.CONFLICT);
        }

        boolean mergeable() {
            return checks.stream().allMatch(MergeRule.Check::satisfied);
        }

        /** Whether the viewer's own small edit may enter since nobody minded it. */
        boolean isLetInBySilence() {
            return rights.author() && mergeable() && Merger.isLetInBySilence(checks);
        }

        /** Whether a steward's word is all that it lacks. */
        boolean lacksOneWord() {
            return !mergeable()
                    && checks.stream()
                            .filter(check -> !check.satisfied())
                            .allMatch(check -> ONE_WORD.contains(check.reason().key()));
        }
    }

    @Override
    public Content of(ChangeLook look) {
        Here here = look.here();
        Change change = look.change();
        List<MergeRule.Check> checks = change.isOpen() ? reviews.checks(change) : List.of();
        Said said = said(change);
        return fragments.of(
                "review/review",
                new Show(
                        here,
                        look.form(),
                        change,
                        checks,
                        change.isOpen() ? asks.of(here, change, checks) : null,
                        said,
                        rights(here, change, said)));
    }

    private Said said(Change change) {
        List<Approval> approvals = newest(reviews.approvals(change), Approval::by, Approval::stands);
        List<Endorsement> endorsements = newest(reviews.endorsements(change), Endorsement::by, Endorsement::stands);
        List<Concern> raised = concerns.of(change);
        List<PersonId> named = new ArrayList<>();
        approvals.forEach(approval -> named.add(approval.by()));
        endorsements.forEach(endorsement -> named.add(endorsement.by()));
        raised.forEach(concern -> named.add(concern.by()));
        return new Said(approvals, endorsements, raised, people.all(named));
    }

    /** Without the words for earlier versions of those whose word stands. */
    private static <T> List<T> newest(List<T> all, Function<T, PersonId> by, Predicate<T> stands) {
        Set<PersonId> standing = all.stream().filter(stands).map(by).collect(Collectors.toSet());
        return all.stream()
                .filter(one -> stands.test(one) || !standing.contains(by.apply(one)))
                .toList();
    }

    private Rights rights(Here here, Change change, Said said) {
        Person viewer = here.person();
        if (viewer == null || !here.isMember()) return Rights.NONE;
        PersonId person = viewer.id();
        return new Rights(
                true,
                change.isBy(person),
                change.hasAuthor(person),
                reviews.oversees(person, change),
                said.approvals().stream().anyMatch(approval -> approval.by().equals(person) && approval.stands()),
                said.endorsements().stream()
                        .anyMatch(endorsement -> endorsement.by().equals(person) && endorsement.stands()),
                onlySteward.of(person, change));
    }
}
