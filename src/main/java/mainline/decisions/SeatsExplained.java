package mainline.decisions;

import java.util.ArrayList;
import java.util.List;
import mainline.community.Here;
import mainline.look.Rounds;
import mainline.tally.SeatsOutcome;

/** What a count for several seats came to, round by round. */
record SeatsExplained(Here here, OptionWords words) {
    Explained of(SeatsOutcome outcome) {
        List<SeatsOutcome.Stage> stages = outcome.stages();
        List<Rounds.Row> rows =
                words.options().map(option -> row(option, outcome)).toList();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            SeatsOutcome.Stage stage = stages.get(i);
            said.add(here.say(
                            "outcome.stage." + stage.act(),
                            i + 1,
                            stage.option() == 0 ? "" : words.name(stage.option()))
                    + words.drawn(
                            stage.tie() == SeatsOutcome.Tie.LOT ? stage.tied() : List.of(), List.of(stage.option())));
        }
        if (!stages.isEmpty() && stages.getLast().exhausted() > 0)
            said.add(here.say("outcome.exhausted", votes(stages.getLast().exhausted())));
        if (!stages.isEmpty() && stages.getLast().lost() > 0)
            said.add(here.say("outcome.cut-off", votes(stages.getLast().lost())));
        return new Explained(
                here.say("outcome.rounds"), null, null, null, new Rounds(rows, outcome.quota(), stages.size()), said);
    }

    private Rounds.Row row(int option, SeatsOutcome outcome) {
        List<Double> votes = new ArrayList<>();
        int elected = 0;
        for (int i = 0; i < outcome.stages().size(); i++) {
            SeatsOutcome.Stage stage = outcome.stages().get(i);
            if (stage.elected().contains(option)) elected = i + 1;
            if (stage.act() == SeatsOutcome.Act.EXCLUSION && stage.option() == option)
                return new Rounds.Row(words.label(option), votes, here.say("outcome.out", i + 1), false);
            votes.add(SeatsOutcome.votes(stage.votes().get(option - 1)).doubleValue());
        }
        boolean won = words.decides() && outcome.winners().contains(option);
        return new Rounds.Row(
                words.label(option),
                votes,
                won && elected > 0 ? here.say("outcome.elected", elected) : here.say("outcome.left"),
                won);
    }

    /** Votes, with the decimals that transfers leave, in the reader's language. */
    private String votes(long hundredThousandths) {
        return here.shell().exactly(SeatsOutcome.votes(hundredThousandths));
    }
}
