package nightsweep.driver.schedule;

import java.io.Serializable;
import java.util.Map;
import nightsweep.driver.schedule.Turn.Traces;
import nightsweep.experiments.outcome.AttemptHistory;

/**
 * What a task is told.
 *
 * @param trial its number in the plan, from 1
 * @param point of its configuration, where a search proposed it; else empty
 * @param traces whether the run directory may hold anything of it
 * @param epochs up to the end of which it is trained
 * @param dataset which of the shipped data sets it trains on, from 0
 * @param history of attempts of this run that came to nothing
 */
public record Assignment(
        int trial, Map<String, String> point, Traces traces, int epochs, int dataset, AttemptHistory history)
        implements Serializable {}
