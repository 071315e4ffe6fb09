package nightsweep.experiments.search.tpe;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.search.Draws;
import nightsweep.experiments.search.space.Domain;

/** Kernels that give one value {@link #OWN} more than its even share of what is left to all (Aitchison and Aitken, 1976). */
final class UnorderedKernels implements Kernels {
    /** What a kernel keeps for its own value; the rest is spread over all values evenly. */
    private static final double OWN = 0.8;

    private final Domain domain;
    private final List<Optional<String>> values;
    private final double logOwn;
    private final double logOther;

    UnorderedKernels(Domain domain, List<Optional<String>> values) {
        this.domain = domain;
        this.values = values;
        this.logOwn = StrictMath.log(OWN * domain.size() + 1 - OWN);
        this.logOther = StrictMath.log(1 - OWN);
    }

    @Override
    public double[] logDensities(String value) {
        double[] logs = new double[values.size()];
        for (int i = 0; i < logs.length; i++) {
            Optional<String> own = values.get(i);
            logs[i] = own.isEmpty() ? 0 : own.get().equals(value) ? logOwn : logOther;
        }
        return logs;
    }

    @Override
    public String draw(int kernel, Draws draws) {
        Optional<String> own = values.get(kernel);
        double place = draws.nextDouble();
        return own.isPresent() && draws.nextDouble() < OWN ? own.get() : domain.at(place);
    }
}
