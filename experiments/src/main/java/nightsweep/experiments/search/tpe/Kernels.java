package nightsweep.experiments.search.tpe;

import java.util.List;
import java.util.Optional;
import nightsweep.experiments.search.Draws;
import nightsweep.experiments.search.space.Domain;

/** One kernel for each point of a mixture, on one axis. A point that has no value there has the even kernel. */
sealed interface Kernels permits OrderedKernels, UnorderedKernels {
    /** The logarithm of each kernel at a value, as a multiple of the even distribution's. Not to be changed. */
    double[] logDensities(String value);

    /** A value from a kernel. */
    String draw(int kernel, Draws draws);

    /**
     * The kernels of an axis.
     *
     * @param values of each point
     */
    static Kernels of(Domain domain, List<Optional<String>> values) {
        return domain.ordered() ? new OrderedKernels(domain, values) : new UnorderedKernels(domain, values);
    }
}
