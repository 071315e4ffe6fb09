package nightsweep.benchmark.search;

import java.util.Arrays;
import java.util.Optional;

/** Tables that are read and scored in one way. */
enum TableFamily {
    /** Losses, where less is better; what counts is by how many times. */
    FCNET("fcnet", Seen.ONE_SEED) {
        @Override
        double loss(double figure) {
            return StrictMath.log(figure);
        }
    },
    /** Accuracies. */
    HPOBENCH("hpobench", Seen.MEAN) {
        @Override
        double loss(double figure) {
            return -figure;
        }
    },
    /** Accuracies in per cent. */
    NASBENCH("nasbench", Seen.ONE_SEED) {
        @Override
        double loss(double figure) {
            return -figure;
        }
    };

    /** What a searcher is told of a trial. */
    enum Seen {
        /** One training, drawn from those there are. */
        ONE_SEED,
        /** The mean of all. */
        MEAN
    }

    private final String prefix;
    private final Seen seen;

    TableFamily(String prefix, Seen seen) {
        this.prefix = prefix;
        this.seen = seen;
    }

    /** What is to become small. */
    abstract double loss(double figure);

    Seen seen() {
        return seen;
    }

    String word() {
        return prefix;
    }

    /** The family of a table by its name. */
    static Optional<TableFamily> of(String table) {
        return Arrays.stream(values())
                .filter(family -> table.startsWith(family.prefix))
                .findFirst();
    }
}
