package nightsweep.driver.cli;

import nightsweep.driver.cli.console.Console;
import nightsweep.driver.cli.console.ProcessEnvironment;
import nightsweep.driver.cluster.Master;
import nightsweep.driver.plan.Plan;
import nightsweep.driver.plan.PlanText;
import nightsweep.driver.plan.SharedFinding;
import nightsweep.driver.plan.Slots;
import nightsweep.experiments.review.Severity;

/** What is told of a plan before it is carried out. */
final class Preview {
    private Preview() {}

    static void tell(Plan plan, Master master, ProcessEnvironment environment, Console console) {
        SharedFinding.of(plan, Severity.INVALID).forEach(shared -> console.warn("not trained: " + shared));
        SharedFinding.of(plan, Severity.DOUBTFUL).forEach(shared -> console.warn(shared.toString()));
        int trials = plan.sweep()
                .learning()
                .map(learning -> learning.settings().trials() * plan.sweep().trialsAtFirst())
                .orElse(plan.trials().size());
        console.note(plan.sweep().name() + ": " + trials + (trials == 1 ? " trial" : " trials") + " on " + master.url()
                + ". " + PlanText.time(plan, Slots.of(master.url(), environment.processors())));
    }
}
