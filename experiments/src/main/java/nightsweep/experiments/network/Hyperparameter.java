package nightsweep.experiments.network;

import nightsweep.experiments.Named;

/**
 * A number that shapes an activation, with its default.
 *
 * @param label its name in sweep files
 * @param initial its value where a sweep file is silent
 */
public record Hyperparameter(String label, double initial) implements Named {}
