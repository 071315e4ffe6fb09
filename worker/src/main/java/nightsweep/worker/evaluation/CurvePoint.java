package nightsweep.worker.evaluation;

/**
 * A point of a curve.
 *
 * @param threshold the least score that is taken for the class; NaN for points that are means over the classes
 */
record CurvePoint(double x, double y, double threshold) {}
