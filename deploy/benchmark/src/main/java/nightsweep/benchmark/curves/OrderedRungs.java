package nightsweep.benchmark.curves;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nightsweep.driver.search.rungs.Entry;
import nightsweep.driver.search.rungs.RungPlan;
import nightsweep.driver.search.rungs.Rungs;

/** The product's own rungs. */
final class OrderedRungs implements Strategy {
    private final RungPlan plan;
    private final Rungs rungs;
    private final Set<Entry> begun = new HashSet<>();

    OrderedRungs(RungPlan plan, int settings) {
        this.plan = plan;
        this.rungs = new Rungs(plan);
        for (int setting = 0; setting < settings; setting++) {
            rungs.begin(setting);
        }
    }

    @Override
    public Optional<Job> next() {
        List<Entry> open = rungs.open();
        for (Entry entry : open) {
            if (begun.add(entry)) {
                int from = entry.rung() == 0 ? 0 : plan.epochs().get(entry.rung() - 1);
                return Optional.of(new Job(entry.number(), from, plan.epochs().get(entry.rung())));
            }
        }
        return Optional.empty();
    }

    @Override
    public void ended(Job job, double loss) {
        rungs.tell(new Entry(plan.epochs().indexOf(job.to()), job.setting()), loss);
    }
}
