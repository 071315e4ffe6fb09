package nightsweep.driver.report;

import java.util.List;
import java.util.Map;
import nightsweep.driver.json.SweepSummary;
import nightsweep.driver.report.trial.BorderData;
import nightsweep.driver.report.trial.TrialDetail;

/**
 * Everything that the page shows, in the shape in which its script reads it.
 *
 * @param best none where nothing was completed; one for each kind of loss where losses are ranked
 * @param tables by name
 * @param details of some trials, in the order of the plan
 * @param verdicts of as many trials as have one and a page can hold, in the order of the plan
 * @param borders of data of two features
 * @param leftOut what this page has no room for, in sentences
 */
record PageData(
        RunData run,
        SweepSummary.Totals totals,
        List<Headline> best,
        List<AxisData> axes,
        Map<String, TableData> tables,
        ClassF1 classes,
        List<TrialDetail> details,
        List<VerdictData> verdicts,
        BorderData borders,
        List<EnvironmentTally.Fact> environment,
        EnvironmentTally.Effort effort,
        List<String> notes,
        List<String> leftOut) {}
