package nightsweep.driver.summary;

import java.util.ArrayList;
import java.util.List;
import nightsweep.driver.summary.comparison.Standing;

/**
 * What became, in words, of the configurations that two runs share.
 *
 * @param headline one line without a full stop
 * @param counts how many configurations are how, in a sentence that can stand alone
 */
public record RunVerdict(String headline, String counts) {
    private static final String CHANCE = " by more than chance between repeats explains";

    static RunVerdict of(List<ComparedConfiguration> compared) {
        if (compared.isEmpty()) {
            return new RunVerdict(
                    "The runs share no configuration",
                    "No configuration of one run has the same values of all axes as one of the other.");
        }
        List<String> standings =
                compared.stream().map(ComparedConfiguration::standing).toList();
        return new RunVerdict(headline(standings), counts(standings));
    }

    private static String headline(List<String> standings) {
        int all = standings.size();
        long better = count(standings, ComparedConfiguration.BETTER);
        long worse = count(standings, Standing.WORSE.label());
        if (better + worse > 0) {
            String parts = better == 0
                    ? worse + (worse == 1 ? " is" : " are") + " worse"
                    : better + (better == 1 ? " is" : " are") + " better"
                            + (worse == 0 ? "" : " and " + worse + " worse");
            return "Of " + configurations(all) + ", " + parts + " in the second run";
        }
        if (count(standings, Standing.SAME_COMPUTATION.label()) == all) {
            return "Both runs came to the same in every figure of " + configurations(all);
        }
        return count(standings, Standing.NOT_DISTINGUISHABLE.label()) > 0
                ? "No difference between the runs is more than chance explains"
                : "There are too few repeats to tell whether the runs differ";
    }

    private static String counts(List<String> standings) {
        List<String> parts = new ArrayList<>();
        add(parts, standings, ComparedConfiguration.BETTER, "better in the second run" + CHANCE);
        add(parts, standings, Standing.WORSE.label(), "worse" + CHANCE);
        add(parts, standings, Standing.NOT_DISTINGUISHABLE.label(), "not to be told apart, which does not mean equal");
        add(parts, standings, Standing.SAME_COMPUTATION.label(), "the same in every figure");
        add(parts, standings, Standing.TOO_FEW_REPEATS.label(), "without the three repeats that it takes to tell");
        add(parts, standings, ComparedConfiguration.NOT_COMPARABLE, "not comparable");
        return "Of " + configurations(standings.size()) + " that both runs have, " + String.join("; ", parts) + ".";
    }

    private static void add(List<String> parts, List<String> standings, String standing, String words) {
        long count = count(standings, standing);
        if (count > 0) {
            parts.add(count + (count == 1 ? " is " : " are ") + words);
        }
    }

    private static String configurations(int number) {
        return number == 1 ? "one configuration" : number + " configurations";
    }

    private static long count(List<String> standings, String standing) {
        return standings.stream().filter(standing::equals).count();
    }
}
