package nightsweep.driver.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nightsweep.driver.json.SweepSummary;
import nightsweep.driver.summary.Summary;
import nightsweep.driver.summary.comparison.Comparison;
import nightsweep.driver.summary.comparison.Standing;
import nightsweep.driver.table.Cell;
import nightsweep.driver.table.Table;

/**
 * The configuration that came out first, and how sure that is.
 *
 * @param trial the number of the one that stands for it
 * @param mean of the objective over completed repeats
 * @param low of the 95 % interval of the mean; NaN, as is {@code high}, where there is none
 * @param lead {@code clear}, {@code shared} with others, or {@code unknown}
 * @param sure in words
 */
record Headline(
        int configuration,
        int trial,
        String label,
        double mean,
        double low,
        double high,
        int completed,
        int planned,
        String lead,
        String sure) {

    /** One for each kind of loss where losses are ranked; none where nothing was completed. */
    static List<Headline> of(Summary summary) {
        SweepSummary brief = summary.brief();
        return IntStream.range(0, brief.bestConfigurations().size())
                .mapToObj(i ->
                        of(brief.bestConfigurations().get(i), brief.bestTrials().get(i), summary))
                .toList();
    }

    private static Headline of(SweepSummary.BestConfiguration best, SweepSummary.BestTrial trial, Summary summary) {
        List<Comparison> others = summary.comparisons().stream()
                .filter(one -> one.best().number() == best.number() && one.standing() != Standing.BEST)
                .filter(one -> one.standing() != Standing.NO_FINALIST)
                .toList();
        long once = count(summary.comparisons(), Standing.NO_FINALIST);
        long equal = count(others, Standing.NOT_DISTINGUISHABLE) + count(others, Standing.AHEAD);
        long same = count(others, Standing.SAME_COMPUTATION);
        long unknown = count(others, Standing.TOO_FEW_REPEATS);
        Table configurations = TableData.named("configurations", summary.tables());
        return new Headline(
                best.number(),
                trial.number(),
                best.label(),
                best.objective(),
                figure("objective-low", best.number(), configurations),
                figure("objective-high", best.number(), configurations),
                best.completed(),
                best.planned(),
                unknown > 0 || others.isEmpty() ? "unknown" : equal + same > 0 ? "shared" : "clear",
                (ties(best) + sure(others.size(), equal, same, unknown, summary.noun()) + once(once, others.size()))
                        .strip());
    }

    private static String ties(SweepSummary.BestConfiguration best) {
        return best.ties() == 0
                ? ""
                : configurations(best.ties()) + (best.ties() == 1 ? " comes" : " come")
                        + " to the same; this is the first in the plan. ";
    }

    private static String once(long once, int others) {
        return once == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        " That is among %,d finalists; %s trained once, and had come out behind them.",
                        others + 1,
                        configurations(once) + (once == 1 ? " was" : " were"));
    }

    private static String sure(int others, long equal, long same, long unknown, String noun) {
        if (others == 0) {
            return "";
        }
        if (unknown == others) {
            return "There are too few " + noun
                    + "s to tell whether its lead is more than chance: three are the least, five"
                    + " and more tell more.";
        }
        StringBuilder words = new StringBuilder();
        if (same > 0) {
            words.append(configurations(same))
                    .append(same == 1 ? " is" : " are")
                    .append(" the same computation. ");
        }
        words.append(
                equal == 0
                        ? "Its lead over the rest is more than chance between " + noun + "s explains."
                        : configurations(equal) + " cannot be told apart from it: with these " + noun
                                + "s the lead may be" + " chance.");
        return unknown == 0 ? words.toString() : words + " Of " + unknown + " there are too few " + noun + "s to tell.";
    }

    private static String configurations(long number) {
        return String.format(Locale.ROOT, "%,d other configuration%s", number, number == 1 ? "" : "s");
    }

    private static long count(List<Comparison> others, Standing standing) {
        return others.stream().filter(one -> one.standing() == standing).count();
    }

    private static double figure(String column, int configuration, Table table) {
        int number = TableData.place("configuration", table);
        int wanted = TableData.place(column, table);
        return table.rows().stream()
                .filter(row -> row.get(number).equals(Cell.count(configuration)))
                .map(row -> row.get(wanted) instanceof Cell.Score score ? score.value() : Double.NaN)
                .findFirst()
                .orElse(Double.NaN);
    }
}
