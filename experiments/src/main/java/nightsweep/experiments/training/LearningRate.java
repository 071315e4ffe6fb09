package nightsweep.experiments.training;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import nightsweep.experiments.Checks;
import nightsweep.experiments.Named;

/**
 * The learning rate over time. {@code t} counts epochs from 0, or steps from 0, as {@link #unit} says.
 *
 * @param initial the rate at {@code t = 0}, above 0 (before any warm-up)
 * @param warmUp over the first {@code warmUp} units of time the rate rises in a straight line to where the schedule has
 *     it, reaching it at {@code t = warmUp - 1}; 0 for none
 */
public record LearningRate(double initial, Schedule schedule, Unit unit, int warmUp) {
    public LearningRate {
        Checks.positive("learning-rate", initial);
        Checks.notNegative("warm-up", warmUp);
    }

    /** The same rate throughout. */
    public static LearningRate constant(double rate) {
        return new LearningRate(rate, new Schedule.Constant(), Unit.EPOCH, 0);
    }

    /** Every rate of it multiplied by {@code factor}. */
    public LearningRate times(double factor) {
        Schedule multiplied = schedule;
        if (schedule instanceof Schedule.Pieces pieces) {
            Map<Integer, Double> rates = new TreeMap<>();
            pieces.rates().forEach((from, rate) -> rates.put(from, rate * factor));
            multiplied = new Schedule.Pieces(rates);
        }
        return new LearningRate(initial * factor, multiplied, unit, warmUp);
    }

    /** What {@code t} counts. */
    public enum Unit implements Named {
        EPOCH("epoch"),
        STEP("step");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /**
     * The rate of one step.
     *
     * @param step from 0, over the whole training
     * @param epoch from 0
     */
    public double at(long step, int epoch) {
        long t = unit == Unit.EPOCH ? epoch : step;
        double rate = schedule.at(initial, t);
        return t < warmUp ? rate * (t + 1) / warmUp : rate;
    }

    /** How the rate changes. */
    public sealed interface Schedule {
        /** The rate at {@code t}, 0 or more, for a rate of {@code initial} at 0. */
        double at(double initial, long t);

        /** No change. */
        record Constant() implements Schedule {
            @Override
            public double at(double initial, long t) {
                return initial;
            }
        }

        /** {@code initial * factor^floor(t / every)}. */
        record Step(double factor, int every) implements Schedule {
            public Step {
                Checks.positive("factor", factor);
                Checks.positive("every", every);
            }

            @Override
            public double at(double initial, long t) {
                long times = t / every;
                return initial * StrictMath.pow(factor, (double) times);
            }
        }

        /** {@code initial * factor^t}. */
        record Exponential(double factor) implements Schedule {
            public Exponential {
                Checks.positive("factor", factor);
            }

            @Override
            public double at(double initial, long t) {
                return initial * StrictMath.pow(factor, (double) t);
            }
        }

        /** {@code initial / (1 + gamma t)^power}. */
        record Inverse(double gamma, double power) implements Schedule {
            public Inverse {
                Checks.positive("gamma", gamma);
                Checks.positive("power", power);
            }

            @Override
            public double at(double initial, long t) {
                return initial / StrictMath.pow(1 + gamma * t, power);
            }
        }

        /** {@code initial * (1 - t / over)^power}, 0 from {@code over} on. */
        record Polynomial(double power, int over) implements Schedule {
            public Polynomial {
                Checks.positive("power", power);
                Checks.positive("over", over);
            }

            @Override
            public double at(double initial, long t) {
                return t >= over ? 0 : initial * StrictMath.pow(1 - (double) t / over, power);
            }
        }

        /** {@code initial / (1 + exp(gamma (t - middle)))}: falls in an S, half gone at {@code middle}. */
        record Sigmoid(double gamma, int middle) implements Schedule {
            public Sigmoid {
                Checks.positive("gamma", gamma);
                Checks.notNegative("middle", middle);
            }

            @Override
            public double at(double initial, long t) {
                return initial / (1 + StrictMath.exp(gamma * (t - middle)));
            }
        }

        /** Half a cosine from {@code initial} to 0 over {@code over} (Loshchilov and Hutter 2017), then 0. */
        record Cosine(int over) implements Schedule {
            public Cosine {
                Checks.positive("over", over);
            }

            @Override
            public double at(double initial, long t) {
                return t >= over ? 0 : initial * (1 + StrictMath.cos(StrictMath.PI * t / over)) / 2;
            }
        }

        /** Given rates from given times on; {@code initial} before the first. */
        record Pieces(Map<Integer, Double> rates) implements Schedule {
            public Pieces {
                rates = Collections.unmodifiableMap(new TreeMap<>(rates));
                rates.forEach((from, rate) -> {
                    Checks.notNegative("from", from);
                    Checks.notNegative("rate", rate);
                });
            }

            @Override
            public double at(double initial, long t) {
                double rate = initial;
                for (Map.Entry<Integer, Double> piece : rates.entrySet()) {
                    if (piece.getKey() <= t) {
                        rate = piece.getValue();
                    }
                }
                return rate;
            }
        }
    }
}
