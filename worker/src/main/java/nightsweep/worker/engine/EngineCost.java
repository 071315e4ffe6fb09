package nightsweep.worker.engine;

/**
 * What an engine takes on one thread of a current processor, within a factor of two.
 *
 * @param flopsPerMilli additions and multiplications of matrix products
 * @param bytesPerMilli reading and writing parameters, gradients and optimizer state, several times over
 * @param overheadMillis a step, whatever the size of the network
 */
public record EngineCost(double flopsPerMilli, double bytesPerMilli, double overheadMillis) {}
