package nightsweep.experiments.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One result for each proposal, told in any order. */
final class ToldResults implements Results {
    private final List<OptionalDouble> results = new ArrayList<>();
    private final List<Double> settled = new ArrayList<>();

    /** One more proposal. */
    void add() {
        results.add(OptionalDouble.empty());
    }

    /** How many proposals, from the first on, have a result. */
    int settled() {
        return settled.size();
    }

    void tell(int number, double loss) {
        if (number < 1 || number > results.size()) {
            throw new IllegalArgumentException("there is no proposal " + number + ".");
        }
        if (results.get(number - 1).isPresent()) {
            throw new IllegalArgumentException("proposal " + number + " was told before.");
        }
        results.set(number - 1, OptionalDouble.of(loss));
        while (settled.size() < results.size() && results.get(settled.size()).isPresent()) {
            settled.add(results.get(settled.size()).getAsDouble());
        }
    }

    @Override
    public Optional<Seen> ofFirst(int count, int enough) {
        return settled.size() < count
                ? Optional.empty()
                : Optional.of(new Seen(settled.subList(0, count), OptionalInt.empty()));
    }
}
