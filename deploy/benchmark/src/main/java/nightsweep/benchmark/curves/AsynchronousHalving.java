package nightsweep.benchmark.curves;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nightsweep.driver.search.rungs.RungPlan;

/** Halving by what has come to a rung so far, so that time decides (ASHA, Li et al., MLSys 2020). */
final class AsynchronousHalving implements Strategy {
    /** What becomes of a setting that is not among the best yet. */
    enum Others {
        /** It waits, and may go on when others have turned out worse. */
        PAUSE,
        /** It ends. */
        STOP
    }

    private final RungPlan plan;
    private final int settings;
    private final Others others;
    private final List<TreeSet<Ranked>> results = new ArrayList<>();
    private final List<Set<Integer>> gone = new ArrayList<>();
    private final Deque<Job> goingOn = new ArrayDeque<>();
    private int begun;

    AsynchronousHalving(RungPlan plan, int settings, Others others) {
        this.plan = plan;
        this.settings = settings;
        this.others = others;
        for (int i = 0; i < plan.rungs(); i++) {
            results.add(new TreeSet<>());
            gone.add(new HashSet<>());
        }
    }

    @Override
    public Optional<Job> next() {
        if (others == Others.STOP && !goingOn.isEmpty()) {
            return Optional.of(goingOn.remove());
        }
        for (int rung = plan.rungs() - 2; rung >= 0 && others == Others.PAUSE; rung--) {
            Set<Integer> promoted = gone.get(rung);
            TreeSet<Ranked> here = results.get(rung);
            Optional<Ranked> best = here.stream()
                    .limit(plan.share().of(here.size()))
                    .filter(one -> !Double.isNaN(one.loss()) && !promoted.contains(one.setting()))
                    .findFirst();
            if (best.isPresent()) {
                promoted.add(best.get().setting());
                return Optional.of(job(best.get().setting(), rung + 1));
            }
        }
        return begun < settings ? Optional.of(job(begun++, 0)) : Optional.empty();
    }

    private Job job(int setting, int rung) {
        return new Job(
                setting,
                rung == 0 ? 0 : plan.epochs().get(rung - 1),
                plan.epochs().get(rung));
    }

    @Override
    public void ended(Job job, double loss) {
        int rung = plan.epochs().indexOf(job.to());
        TreeSet<Ranked> here = results.get(rung);
        Ranked own = new Ranked(loss, job.setting());
        here.add(own);
        boolean leads = here.headSet(own).size() < Math.max(1, plan.share().of(here.size()));
        if (others == Others.STOP && !plan.isLast(rung) && leads && !Double.isNaN(loss)) {
            goingOn.add(job(job.setting(), rung + 1));
        }
    }
}
