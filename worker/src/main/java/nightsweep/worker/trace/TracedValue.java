package nightsweep.worker.trace;

import nightsweep.experiments.sweep.TraceQuantity;

/**
 * One number of a training step.
 *
 * @param layer among those that learn, from 1; 0 where the quantity is of the whole network
 * @param index among the numbers of this quantity and layer, from 0, row by row
 * @param row the example of the step or, for weights, the input; from 1, and 0 where there are no rows
 * @param column the unit or, for inputs, the value; from 1, and 0 where there is one number a row
 */
public record TracedValue(TraceQuantity quantity, int layer, int index, int row, int column, double value) {}
