package nightsweep.driver.summary.effects;

import java.util.List;
import java.util.Optional;
import nightsweep.driver.statistics.RepeatedMean;
import nightsweep.experiments.network.LossName;

/**
 * What the axes of a sweep do to its objective, over the completed trials that are ranked together.
 *
 * @param lossKind which trials these are, where losses are ranked; else empty
 * @param leftOut trials that were not completed, or whose objective is not finite: in no mean
 * @param balanced whether every combination of values has the same number of trials; only then do shares add up to one
 * @param interactions of each two axes; those that are never crossed are left out
 * @param repeats the share of the variance that lies between trials of one configuration; NaN where there is none at
 *     all, as is every share
 * @param rest the share of interactions of three axes and more; NaN unless balanced
 */
public record Effects(
        Optional<LossName> lossKind,
        int completed,
        int leftOut,
        boolean balanced,
        List<AxisEffect> axes,
        List<Interaction> interactions,
        double repeats,
        double rest) {
    public Effects {
        axes = List.copyOf(axes);
        interactions = List.copyOf(interactions);
    }

    /** What varies together with the objective. */
    public interface Source {
        /** In words, such as {@code activation} or {@code activation x loss}. */
        String title();

        /** The share of the variance that it explains: eta squared. */
        double share();

        /** The share that it would explain on average if nothing had an effect: degrees of freedom over {@code n - 1}. */
        double chance();
    }

    /** One axis averaged over all others: its main effect. */
    public record AxisEffect(String axis, double share, double chance, List<Level> levels) implements Source {
        public AxisEffect {
            levels = List.copyOf(levels);
        }

        @Override
        public String title() {
            return axis;
        }
    }

    /**
     * One value of an axis.
     *
     * @param mean of the objective over the completed trials that have it
     * @param leftOut its trials that are in no mean
     */
    public record Level(String value, RepeatedMean mean, int leftOut) {}

    /**
     * What two axes do together that the sum of what each does alone leaves unexplained.
     *
     * @param cells in the order of the axes' values, the second fastest; only pairs that the sweep has
     */
    public record Interaction(String first, String second, double share, double chance, List<CrossedLevels> cells)
            implements Source {
        public Interaction {
            cells = List.copyOf(cells);
        }

        @Override
        public String title() {
            return first + " x " + second;
        }
    }

    /**
     * Two values of two axes that were tried together.
     *
     * @param beyond how far the mean lies above the sum of the effects that comes closest; NaN of none
     */
    public record CrossedLevels(String first, String second, RepeatedMean mean, double beyond, int leftOut) {}
}
