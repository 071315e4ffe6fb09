package nightsweep.experiments.search.space;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Numbers at equal steps between two ends, both included; whole numbers are those at steps of 1. On a logarithmic scale
 * a number is as likely as the stretch of half a step around it is long there.
 */
public final class Lattice implements Domain {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    /** Beyond, places are too coarse to reach every number. */
    private static final BigDecimal MOST_STEPS = BigDecimal.valueOf(1L << 40);

    private final BigDecimal from;
    private final BigDecimal to;
    private final BigDecimal step;
    private final Scale scale;
    private final long size;
    private final double low;
    private final double high;

    /** @throws IllegalArgumentException where steps do not lead from one end to the other */
    public Lattice(BigDecimal from, BigDecimal to, BigDecimal step, Scale scale) {
        Range.requireAscending(from, to, scale);
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("step must be positive, but got " + Decimals.text(step) + ".");
        }
        BigDecimal[] steps = to.subtract(from).divideAndRemainder(step);
        if (steps[0].compareTo(MOST_STEPS) > 0) {
            throw new IllegalArgumentException("from " + Decimals.text(from) + " to " + Decimals.text(to) + " are "
                    + steps[0].toPlainString() + " steps of " + Decimals.text(step)
                    + ", more than can be told apart. Take a longer step, or none.");
        }
        if (steps[1].signum() != 0) {
            throw new IllegalArgumentException("steps of " + Decimals.text(step) + " from " + Decimals.text(from)
                    + " do not meet " + Decimals.text(to) + ". The last one below is "
                    + Decimals.text(to.subtract(steps[1])) + ".");
        }
        this.from = from;
        this.to = to;
        this.step = step;
        this.scale = scale;
        this.size = steps[0].longValueExact() + 1;
        BigDecimal half = step.divide(TWO);
        BigDecimal least = from.subtract(half).max(scale == Scale.LOG ? from.divide(TWO) : from.subtract(half));
        this.low = scaled(least.doubleValue());
        this.high = scaled(to.add(half).doubleValue());
    }

    /** The whole numbers between two ends, both included. */
    public static Lattice whole(long from, long to, Scale scale) {
        return new Lattice(BigDecimal.valueOf(from), BigDecimal.valueOf(to), BigDecimal.ONE, scale);
    }

    private double scaled(double number) {
        return scale == Scale.LOG ? StrictMath.log(number) : number;
    }

    @Override
    public Scale scale() {
        return scale;
    }

    @Override
    public boolean ordered() {
        return true;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean countable() {
        return true;
    }

    @Override
    public String value(long index) {
        return Decimals.text(number(index));
    }

    private BigDecimal number(long index) {
        return from.add(step.multiply(BigDecimal.valueOf(index)));
    }

    @Override
    public Optional<String> canonical(String text) {
        return Decimals.number(text)
                .filter(number -> number.compareTo(from) >= 0 && number.compareTo(to) <= 0)
                .filter(number -> number.subtract(from).remainder(step).signum() == 0)
                .map(Decimals::text);
    }

    @Override
    public String at(double place) {
        if (scale == Scale.LINEAR) {
            return value(Math.min(size - 1, (long) (place * size)));
        }
        BigDecimal number = new BigDecimal(StrictMath.exp(low + place * (high - low)));
        BigDecimal index = number.subtract(from).divide(step, 0, RoundingMode.HALF_EVEN);
        return value(Math.max(0, Math.min(size - 1, index.longValue())));
    }

    @Override
    public double place(String value) {
        double number = Decimals.number(value).orElseThrow().doubleValue();
        return (scaled(number) - low) / (high - low);
    }

    @Override
    public Cell cell(String value) {
        BigDecimal number = Decimals.number(value).orElseThrow();
        BigDecimal half = step.divide(TWO);
        double below =
                number.compareTo(from) <= 0 ? 0 : (scaled(number.subtract(half).doubleValue()) - low) / (high - low);
        double above = number.compareTo(to) >= 0 ? 1 : (scaled(number.add(half).doubleValue()) - low) / (high - low);
        return new Cell(Math.max(0, below), Math.min(1, above));
    }

    @Override
    public String words() {
        return "numbers from " + Decimals.text(from) + " to " + Decimals.text(to) + " at steps of "
                + Decimals.text(step);
    }
}
