package nightsweep.benchmark.curves;

/**
 * A stretch of a training.
 *
 * @param setting from 0
 * @param from the epochs that were trained before
 * @param to the last epoch, at which there is a result
 */
record Job(int setting, int from, int to) {
    int epochs() {
        return to - from;
    }
}
