package nightsweep.experiments.sweepfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nightsweep.experiments.dataset.DatasetSpec;
import nightsweep.experiments.search.space.Point;
import nightsweep.experiments.sweep.Axis;
import nightsweep.experiments.sweep.Configuration;
import nightsweep.experiments.sweep.Learning;
import nightsweep.experiments.sweep.Metric;
import nightsweep.experiments.sweep.Objective;
import nightsweep.experiments.sweepfile.grid.Chosen;
import nightsweep.experiments.sweepfile.grid.Grid;
import nightsweep.experiments.sweepfile.grid.GridAxis;
import nightsweep.experiments.yaml.Place;
import nightsweep.experiments.yaml.Problems;
import nightsweep.experiments.yaml.Section;
import nightsweep.experiments.yaml.SweepFileException;

/** Looks whether a search can learn from what a sweep may try, and makes configurations of what it proposes. */
final class LearningReader {
    private final Problems problems;
    private final Chosen.Learner learner;
    private final Section root;
    private final List<Configuration> sample = new ArrayList<>();

    LearningReader(Problems problems, Chosen.Learner learner, Section root) {
        this.problems = problems;
        this.learner = learner;
        this.root = root;
    }

    /** What it comes to; complains where the search could not go on with what it may propose. */
    Learning read(Objective objective, Place place) {
        Grid ends = learner.grid().ends();
        ConfigurationsReader reader = new ConfigurationsReader(problems, ends, root);
        List<DatasetSpec> datasets = datasets(ends, reader);
        int before = problems.complaints();
        for (List<Integer> point : ends.sample()) {
            sample.add(reader.read(sample.size() + 1, point));
        }
        if (problems.complaints() == before) {
            check(sample, datasets, objective, place);
        }
        return new Learning(
                learner.method(), learner.space(), learner.settings(), new Proposed(learner.grid(), root, datasets));
    }

    /** Some of what may be proposed, in which every value of a list stands; none before it is {@linkplain #read read}. */
    List<Configuration> sample() {
        return List.copyOf(sample);
    }

    private List<DatasetSpec> datasets(Grid ends, ConfigurationsReader reader) {
        Map<Integer, Integer> fixed = new HashMap<>();
        Set<Integer> decides = ends.deciding(reader.datasetAxes());
        for (int i = 0; i < ends.axes().size(); i++) {
            GridAxis axis = ends.axes().get(i);
            if (!reader.datasetAxes().contains(i)) {
                if (!decides.contains(i)) {
                    fixed.put(i, 0);
                }
            } else if (axis.range().isPresent()) {
                problems.add(
                        axis.place(),
                        "dataset uses " + axis.name()
                                + ", and a search that learns needs all data before it begins: list its" + " values.");
                fixed.put(i, 0);
            }
        }
        Set<DatasetSpec> datasets = new LinkedHashSet<>();
        ends.points(fixed).forEach(point -> datasets.add(reader.dataset(ends.active(point))));
        return List.copyOf(datasets);
    }

    private void check(List<Configuration> some, List<DatasetSpec> datasets, Objective objective, Place place) {
        if (!datasets.stream().allMatch(DatasetSpec::validated)) {
            problems.add(
                    place,
                    learner.method().label()
                            + " learns from validation examples, and none are kept everywhere. Keep a share"
                            + " with dataset.validation.");
        }
        if (datasets.stream().map(DatasetSpec::folds).distinct().count() > 1) {
            problems.add(place, "configurations have different folds: give all the same, or make a sweep of each.");
        }
        long losses = some.stream()
                .map(one -> one.network().output().loss())
                .map(loss -> loss.crossEntropy() ? "" : loss.label())
                .distinct()
                .count();
        if (objective.metric() == Metric.LOSS && losses > 1) {
            problems.add(
                    place,
                    learner.method().label()
                            + " learns from the objective, and losses of different kinds cannot be compared."
                            + " Take accuracy as objective, or one loss.");
        }
    }

    /** Each read by itself, from the same file. */
    private record Proposed(Grid grid, Section root, List<DatasetSpec> datasets) implements Learning.Offer {
        @Override
        public Configuration configuration(int number, Point point) {
            Problems wrong = new Problems();
            Grid one = grid.trying(point.values());
            Configuration configuration;
            // Sections keep count of what is asked of them.
            synchronized (root) {
                configuration = new ConfigurationsReader(wrong, one, root).read(number, one.point(point.values()));
            }
            try {
                wrong.throwIfAny("proposal " + number);
            } catch (SweepFileException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
            return configuration;
        }

        @Override
        public List<Axis> axes(List<Configuration> configurations) {
            return grid.described(
                    configurations.stream().map(Configuration::point).toList());
        }
    }
}
