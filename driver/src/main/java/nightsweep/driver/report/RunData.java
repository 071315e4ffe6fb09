package nightsweep.driver.report;

import java.util.List;
import java.util.Locale;
import nightsweep.driver.plan.TimeSpan;
import nightsweep.driver.summary.Summary;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweep.Sweep;

/**
 * Which run the page is about.
 *
 * @param asOf in ISO 8601
 * @param pace in words, such as {@code on 16 slots, about 1 h 12 min left}; empty where the run does not go on
 * @param watched whether the page asks its server for the next one
 * @param finished whether every planned trial has ended
 * @param mixedLosses whether the objective is a loss, of which the sweep has several kinds
 */
record RunData(
        String name,
        String description,
        String place,
        String asOf,
        String pace,
        boolean watched,
        boolean finished,
        int repeats,
        int folds,
        ObjectiveData objective,
        boolean mixedLosses,
        String sweepText) {

    /**
     * What trials are ranked by.
     *
     * @param title in words, such as {@code validation accuracy}
     * @param ends what figures of it cannot pass, the lower first; null in the script where there is none
     */
    record ObjectiveData(String title, String metric, String goal, String measuredOn, List<Double> ends) {

        static ObjectiveData of(Sweep sweep, Summary summary) {
            Objective objective = sweep.objective();
            String measuredOn = summary.brief().measuredOn();
            return new ObjectiveData(
                    measuredOn + " " + objective.title(),
                    objective.metric().label(),
                    objective.goal().label().toLowerCase(Locale.ROOT),
                    measuredOn,
                    summary.ends());
        }
    }

    static RunData of(Sweep sweep, Summary summary, RunFacts facts) {
        return new RunData(
                sweep.name(),
                sweep.description(),
                facts.place(),
                facts.asOf().toString(),
                facts.pace().map(RunData::words).orElse(""),
                facts.renewal() == RunFacts.Renewal.BY_ITSELF,
                summary.totals().notRun() == 0,
                sweep.repeats(),
                sweep.folds(),
                ObjectiveData.of(sweep, summary),
                sweep.objective().metric() == Metric.LOSS
                        && summary.brief().bestConfigurations().size() > 1,
                facts.sweepText());
    }

    private static String words(Pace pace) {
        String slots = pace.slots() == 0
                ? "waiting for executors"
                : pace.slots() == 1 ? "on 1 slot" : String.format(Locale.ROOT, "on %,d slots", pace.slots());
        return pace.leftMillis().isPresent()
                ? slots + ", about " + TimeSpan.text((double) pace.leftMillis().getAsLong()) + " left"
                : slots;
    }
}
