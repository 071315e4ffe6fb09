package nightsweep.benchmark.curves;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nightsweep.benchmark.search.Rows;
import nightsweep.driver.search.rungs.RungPlan;
import nightsweep.experiments.search.Draws;

/**
 * What rungs find and cost, beside full training and other ways to stop early, in virtual time: regret at the end of
 * training, epochs as full trainings, time on 1 to 200 slots, and whether the trainings are the same on all of them.
 *
 * @param seeds how many samples of settings a task, with the seeds from 0
 */
public record CurveBenchmark(Path folder, int seeds) {
    private static final int SETTINGS = 243;
    private static final int FIRST = 2;
    private static final int KEPT_ONE_IN = 3;
    private static final List<Integer> SLOTS = List.of(1, 8, 32, 200);
    private static final int KEPT = 9;
    private static final int SAMPLE_STREAM = 3;

    /**
     * Runs it and tells what it finds, line by line.
     *
     * @throws IOException where a file cannot be read, or there is none
     */
    public void run(Consumer<String> told) throws IOException {
        Map<CurveFamily, List<CurveFile>> families = new LinkedHashMap<>();
        for (Path file : Rows.files(folder)) {
            Optional<CurveFamily> family = CurveFamily.of(Rows.name(file));
            if (family.isPresent()) {
                families.computeIfAbsent(family.get(), one -> new ArrayList<>())
                        .add(new CurveFile(Rows.of(file), family.get()));
            } else {
                told.accept(file.getFileName() + " is passed over: no family of curves that is known.");
            }
        }
        if (families.isEmpty()) {
            throw new IOException("There are no curves in " + folder + ". They are CSV files whose names begin with "
                    + "lcbench or taskset.");
        }
        for (Map.Entry<CurveFamily, List<CurveFile>> family : families.entrySet()) {
            told.accept(String.format(
                    Locale.ROOT,
                    "%s: %d tasks x %d seeds x %d settings; regret (0 the best of all settings, 1 the median), cost and"
                            + " time on %s slots in full trainings, same trainings on all",
                    family.getKey().word(),
                    family.getValue().size(),
                    seeds,
                    SETTINGS,
                    SLOTS.stream().map(String::valueOf).collect(Collectors.joining(" / "))));
            for (Tally tally : tallies(family.getValue())) {
                told.accept("  " + tally.line());
            }
        }
    }

    private Iterable<Tally> tallies(List<CurveFile> files) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (CurveFile file : files) {
            for (int seed = 0; seed < seeds; seed++) {
                Sample sample = new Sample(file, seed, Math.min(SETTINGS, file.settings()));
                long cost = sample.nights(() -> new OrderedRungs(plan(file), sample.settings()))
                        .get(0)
                        .epochs();
                int equal = (int) Math.max(1, Math.round((double) cost / file.epochs()));
                strategies(sample, equal)
                        .forEach((name, strategy) ->
                                tallies.computeIfAbsent(name, Tally::new).add(sample, sample.nights(strategy)));
            }
        }
        return tallies.values();
    }

    private static RungPlan plan(CurveFile file) {
        return RungPlan.rising(FIRST, KEPT_ONE_IN, file.epochs());
    }

    private static Map<String, Supplier<Strategy>> strategies(Sample sample, int equal) {
        int settings = sample.settings();
        int epochs = sample.file().epochs();
        RungPlan plan = plan(sample.file());
        Map<String, Supplier<Strategy>> strategies = new LinkedHashMap<>();
        strategies.put("full training of all", () -> new FullTraining(settings, epochs));
        strategies.put("random, equal cost", () -> new FullTraining(Math.min(settings, equal), epochs));
        for (int after : List.of(2, 6, 18)) {
            strategies.put(
                    "keep " + KEPT + " after " + after,
                    () -> new Halving(List.of(Math.min(after, epochs - 1), epochs), List.of(settings, KEPT)));
        }
        strategies.put("synchronous halving", () -> new Halving(plan.epochs(), plan.trials(settings)));
        strategies.put(
                "ASHA, stopping", () -> new AsynchronousHalving(plan, settings, AsynchronousHalving.Others.STOP));
        strategies.put(
                "ASHA, pausing", () -> new AsynchronousHalving(plan, settings, AsynchronousHalving.Others.PAUSE));
        strategies.put("ordered rungs", () -> new OrderedRungs(plan, settings));
        return strategies;
    }

    /** Some settings of a task, in an order of their own. */
    private record Sample(CurveFile file, long seed, int settings, List<Integer> order) {
        Sample(CurveFile file, long seed, int settings) {
            this(file, seed, settings, drawn(file.settings(), settings, seed));
        }

        private static List<Integer> drawn(int all, int count, long seed) {
            List<Integer> left = new ArrayList<>();
            for (int i = 0; i < all; i++) {
                left.add(i);
            }
            Draws draws = Draws.of(seed, 0, SAMPLE_STREAM);
            List<Integer> drawn = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int at = (int) draws.nextLong(left.size());
                drawn.add(left.get(at));
                left.set(at, left.get(left.size() - 1));
                left.remove(left.size() - 1);
            }
            return drawn;
        }

        List<VirtualSlots.Night> nights(Supplier<Strategy> strategy) {
            return SLOTS.stream()
                    .map(slots -> new VirtualSlots(slots, job -> file.time(order.get(job.setting())), this::seen)
                            .run(strategy.get()))
                    .toList();
        }

        private double seen(Job job) {
            int setting = order.get(job.setting());
            double noise = file.family().noise();
            return file.loss(setting, job.to())
                    + (noise == 0
                            ? 0
                            : noise
                                    * Draws.of(seed, setting, SAMPLE_STREAM + job.to())
                                            .nextGaussian());
        }

        /** The mean time of a full training. */
        double fullTime() {
            return order.stream().mapToDouble(file::time).sum() / settings * file.epochs();
        }

        double regret(VirtualSlots.Night night) {
            Optional<Ranked> best = night.ended().stream()
                    .filter(one -> one.job().to() == file.epochs() && !Double.isNaN(one.loss()))
                    .map(one -> new Ranked(one.loss(), one.job().setting()))
                    .sorted()
                    .findFirst();
            return best.map(one -> file.regret(order.get(one.setting()))).orElse(Double.NaN);
        }
    }

    private static final class Tally {
        private final String name;
        private final double[] regrets = new double[SLOTS.size()];
        private final double[] times = new double[SLOTS.size()];
        private double cost;
        private int same;
        private int count;
        private int none;

        Tally(String name) {
            this.name = name;
        }

        void add(Sample sample, List<VirtualSlots.Night> nights) {
            Set<Set<Job>> trainings = new HashSet<>();
            double[] found = nights.stream().mapToDouble(sample::regret).toArray();
            for (int i = 0; i < found.length; i++) {
                times[i] += nights.get(i).time() / sample.fullTime();
                trainings.add(nights.get(i).ended().stream()
                        .map(VirtualSlots.Ended::job)
                        .collect(Collectors.toSet()));
                if (Double.isNaN(found[i])) {
                    none++;
                } else {
                    regrets[i] += found[i];
                }
            }
            cost += (double) nights.get(0).epochs() / sample.file().epochs();
            same += trainings.size() == 1 ? 1 : 0;
            count++;
        }

        String line() {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-21s regret", name));
            for (double regret : regrets) {
                line.append(String.format(Locale.ROOT, " %.3f", regret / count));
            }
            line.append(String.format(Locale.ROOT, "  cost %6.1f  time", cost / count));
            for (double time : times) {
                line.append(String.format(Locale.ROOT, " %.2f", time / count));
            }
            line.append(String.format(Locale.ROOT, "  same %d of %d", same, count));
            return line + (none == 0 ? "" : "  " + none + " found nothing");
        }
    }
}
