package nightsweep.driver.summary.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nightsweep.driver.summary.ranking.Ranking.Ranked;

/**
 * What came out first of the configurations that are ranked against each other: the one whose mean is best, of equal ones
 * the first of the plan.
 *
 * @param trial the one that stands for it: the best of its completed trials by {@link Merit}
 * @param ties the other configurations whose mean is the same
 */
public record Winner(ConfigurationEndings configuration, TrialEnding trial, List<ConfigurationEndings> ties) {
    private static final int MOST_NAMED = 10;

    public Winner {
        ties = List.copyOf(ties);
    }

    /** One for each group that is ranked by itself; none of a group where nothing can be ranked. */
    public static List<Winner> of(Endings endings) {
        Selection selection = endings.selection();
        List<ConfigurationEndings> first = Ranking.ofConfigurations(endings).stream()
                .filter(row -> row.rank() == 1)
                .map(Ranked::item)
                .toList();
        List<Winner> winners = new ArrayList<>();
        for (int group = 0; group < selection.groups().size(); group++) {
            int wanted = group;
            List<ConfigurationEndings> equal = first.stream()
                    .filter(one -> selection.group(one.configuration()) == wanted)
                    .toList();
            if (!equal.isEmpty()) {
                winners.add(new Winner(equal.get(0), best(equal.get(0), selection), equal.subList(1, equal.size())));
            }
        }
        return winners;
    }

    private static TrialEnding best(ConfigurationEndings configuration, Selection selection) {
        return configuration.completed().stream()
                .min(Comparator.comparing(
                        trial -> Merit.of(trial, selection),
                        Merit.bestFirst(selection.objective().goal())))
                .orElseThrow();
    }

    /** Who shares the lead, and what stands for them; a sentence for each winner that is not alone. */
    public static List<String> notes(List<Winner> winners, Endings endings) {
        return winners.stream()
                .filter(winner -> !winner.ties().isEmpty())
                .map(winner -> winner.note(endings))
                .toList();
    }

    private String note(Endings endings) {
        int named = Math.min(ties.size(), MOST_NAMED);
        String numbers = ties.subList(0, named).stream()
                .map(tie -> Integer.toString(tie.configuration().number()))
                .collect(Collectors.joining(", "));
        double mean = configuration.spread(endings.selection()::value).mean();
        return String.format(
                Locale.ROOT,
                "%,d configurations share the best %s%s, %.4f: %d, %s%s. Wherever one of them is called the best it is"
                        + " the first in the plan, %d; %s.",
                ties.size() + 1,
                endings.sweep().trialsEach() > 1 ? "mean " : "",
                endings.selection().title(),
                mean,
                configuration.configuration().number(),
                numbers,
                named < ties.size() ? " and " + (ties.size() - named) + " more" : "",
                configuration.configuration().number(),
                "its best trial is " + trial.trial().number());
    }
}
