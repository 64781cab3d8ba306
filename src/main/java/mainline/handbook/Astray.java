package mainline.handbook;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mainline.kernel.Reason;

/** Areas whose path names nothing that is there, and what they may mean. */
final class Astray {
    /** Every file and every folder as it is spelled, by its name in small letters. */
    private final Map<String, String> spelled = new HashMap<>();

    private final Collection<String> files;

    Astray(Collection<String> files) {
        this.files = files;
        for (String file : files)
            for (String name = file; !name.isEmpty(); name = PagePaths.folder(name))
                if (spelled.putIfAbsent(small(name), name) != null && !name.equals(file)) break;
    }

    List<Reason> among(Collection<String> areas) {
        List<Reason> astray = new ArrayList<>();
        for (String area : areas) reason(new AreaPath(area)).ifPresent(astray::add);
        return astray;
    }

    private Optional<Reason> reason(AreaPath area) {
        boolean plain = area.text().indexOf('*') < 0;
        String named = plain ? spelled.get(small(area.text())) : null;
        boolean known = area.text().isEmpty() || (named != null && area.holds(named));
        if (known || files.stream().anyMatch(area::holds)) return Optional.empty();
        Optional<String> near = plain ? Optional.ofNullable(named) : near(area);
        String written = AreaPath.written(area.text());
        return Optional.of(near.map(name -> Reason.of("stewards.warning.other-name", written, "/" + name))
                .orElseGet(() -> Reason.of("stewards.warning.no-file", written)));
    }

    /** A file that it would hold if capitals did not count. */
    private Optional<String> near(AreaPath area) {
        Pattern any = Pattern.compile(small(area.files().pattern()), Pattern.DOTALL);
        return files.stream().filter(file -> any.matcher(small(file)).matches()).findFirst();
    }

    private static String small(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
