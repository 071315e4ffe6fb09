package nightsweep.experiments.search.gp;

import nightsweep.experiments.search.Normal;

/** How much better than the best a point is expected to be, as a logarithm, which does not vanish where there is hardly a chance. */
final class Improvement {
    private static final double TAIL = -6;

    private Improvement() {}

    /**
     * The logarithm of expected improvement (Ament et al., Unexpected Improvements to Expected Improvement for Bayesian
     * Optimization, NeurIPS 2023, equation 9).
     *
     * @param best what is to be undercut
     */
    static double log(Posterior.Belief belief, double best) {
        return logUnit((best - belief.mean()) / belief.deviation()) + StrictMath.log(belief.deviation());
    }

    /** The logarithm of the density at {@code z} plus {@code z} times the share below it. */
    static double logUnit(double z) {
        if (z > TAIL) {
            return StrictMath.log(Normal.density(z) + z * Normal.below(z));
        }
        double square = 1 / (z * z);
        double series = 1 - 3 * square * (1 - 5 * square * (1 - 7 * square));
        return Normal.logDensity(z) + StrictMath.log(square * series);
    }
}
