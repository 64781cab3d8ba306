package mainline.handbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.record.HandbookPart;

/** Who sits on one day. */
record Sitting(LocalDate today) {
    static boolean sits(AreaStore.Holder holder, LocalDate today) {
        return !holder.emeritus()
                && holder.member()
                && (holder.first() == null || !holder.first().isAfter(today))
                && (holder.last() == null || !holder.last().isBefore(today));
    }

    static boolean isNamedForRoot(AreaStore.Holder holder) {
        return holder.area().isEmpty() && !holder.emeritus() && holder.member();
    }

    static boolean holdsRoot(AreaStore.Holder holder, LocalDate today) {
        return holder.area().isEmpty() && sits(holder, today);
    }

    Roster roster(
            CommunityId community,
            AreaStore.Counting counting,
            List<AreaStore.AreaRow> areas,
            List<AreaStore.Holder> holders) {
        List<Roster.Odd> warnings = new ArrayList<>();
        List<Area> all = new ArrayList<>();
        for (AreaStore.AreaRow area : areas) {
            List<AreaStore.Holder> here = holders.stream()
                    .filter(holder -> holder.area().equals(area.path()))
                    .toList();
            here.stream().filter(holder -> !holder.emeritus()).forEach(holder -> warn(holder, warnings));
            List<Steward> stewards = stewards(here, warnings, area);
            List<PersonId> emeriti = here.stream()
                    .filter(AreaStore.Holder::emeritus)
                    .map(AreaStore.Holder::person)
                    .filter(Objects::nonNull)
                    .toList();
            all.add(new Area(area.path(), area.name(), stewards, emeriti, area.rules()));
        }
        return new Roster(community, List.copyOf(all), counting.commit(), counting.broken(), List.copyOf(warnings));
    }

    private List<Steward> stewards(List<AreaStore.Holder> here, List<Roster.Odd> warnings, AreaStore.AreaRow area) {
        List<Steward> stewards = here.stream()
                .filter(holder -> sits(holder, today))
                .map(Sitting::steward)
                .sorted(Comparator.comparing(Steward::since))
                .toList();
        if (!stewards.isEmpty()) return stewards;
        if (!area.path().isEmpty()) {
            warnings.add(Roster.Odd.of("stewards.warning.nobody", HandbookPart.words(AreaPath.written(area.path()))));
            return List.of();
        }
        LocalDate latest = here.stream()
                .filter(holder -> holder.member() && holder.last() != null && !holder.emeritus())
                .map(holder -> Objects.requireNonNull(holder.last()))
                .max(Comparator.naturalOrder())
                .orElse(null);
        Reason nobody =
                latest == null ? Reason.of("stewards.warning.nobody-at-all") : Reason.of("stewards.warning.held-over");
        warnings.add(new Roster.Odd(nobody, true));
        return here.stream()
                .filter(holder -> holder.member() && !holder.emeritus())
                .filter(holder -> latest != null && latest.equals(holder.last()))
                .map(Sitting::steward)
                .toList();
    }

    private static Steward steward(AreaStore.Holder holder) {
        return new Steward(
                holder.area(),
                Objects.requireNonNull(holder.person()),
                holder.since(),
                holder.last(),
                holder.appointedBy());
    }

    private void warn(AreaStore.Holder holder, List<Roster.Odd> warnings) {
        Reason area = HandbookPart.words(AreaPath.written(holder.area()));
        if (holder.person() == null)
            warnings.add(Roster.Odd.of("stewards.warning.unknown", "@" + holder.handle(), area));
        else if (!holder.member())
            warnings.add(Roster.Odd.of("stewards.warning.no-member", "@" + holder.handle(), area));
        else if (holder.first() != null && holder.first().isAfter(today))
            warnings.add(Roster.Odd.of("stewards.warning.begins", "@" + holder.handle(), area, holder.first()));
        else if (holder.last() != null && holder.last().isBefore(today))
            warnings.add(Roster.Odd.of("stewards.warning.ended", "@" + holder.handle(), area, holder.last()));
    }
}
