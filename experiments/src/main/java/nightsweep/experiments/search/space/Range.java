package nightsweep.experiments.search.space;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * All numbers between two ends, both included. Numbers that are drawn have few digits, so that a person can type them
 * again: linear ranges are drawn on a power of ten at a thousandth of their width or below, logarithmic ones with four
 * significant digits, or more where the ends lie close together. Any other number within the ends belongs to it too.
 */
public final class Range implements Domain {
    private static final int FINENESS = 3;
    private static final long COUNTED = 4096;

    private final BigDecimal from;
    private final BigDecimal to;
    private final Scale scale;
    private final double low;
    private final double high;

    /** @throws IllegalArgumentException where it is empty, or logarithmic and not above 0 */
    public Range(BigDecimal from, BigDecimal to, Scale scale) {
        requireAscending(from, to, scale);
        this.from = from;
        this.to = to;
        this.scale = scale;
        this.low = scaled(from);
        this.high = scaled(to);
    }

    static void requireAscending(BigDecimal from, BigDecimal to, Scale scale) {
        if (from.compareTo(to) >= 0) {
            throw new IllegalArgumentException(
                    "a range must go up, but got from " + Decimals.text(from) + " to " + Decimals.text(to) + ".");
        }
        if (scale == Scale.LOG && from.signum() <= 0) {
            throw new IllegalArgumentException(
                    "a range on a logarithmic scale must begin above 0, but got from " + Decimals.text(from) + ".");
        }
    }

    private double scaled(BigDecimal number) {
        return scale == Scale.LOG ? StrictMath.log(number.doubleValue()) : number.doubleValue();
    }

    @Override
    public Scale scale() {
        return scale;
    }

    @Override
    public boolean ordered() {
        return true;
    }

    /** Of a range, values at equal distances are counted. */
    @Override
    public long size() {
        return COUNTED;
    }

    @Override
    public boolean countable() {
        return false;
    }

    @Override
    public String value(long index) {
        return at((index + 0.5) / COUNTED);
    }

    @Override
    public Optional<String> canonical(String text) {
        return Decimals.number(text)
                .filter(number -> number.compareTo(from) >= 0 && number.compareTo(to) <= 0)
                .map(Decimals::text);
    }

    @Override
    public String at(double place) {
        return Decimals.text(drawn(place).max(from).min(to));
    }

    private BigDecimal drawn(double place) {
        BigDecimal width = to.subtract(from);
        if (scale == Scale.LINEAR) {
            BigDecimal exact = from.add(new BigDecimal(place).multiply(width));
            return exact.setScale(FINENESS - exponent(width), RoundingMode.HALF_EVEN);
        }
        boolean isWide = width.compareTo(to.movePointLeft(1)) >= 0;
        int digits = 1 + FINENESS + (isWide ? 0 : exponent(to) - exponent(width));
        return new BigDecimal(StrictMath.exp(low + place * (high - low)))
                .round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }

    @Override
    public double place(String value) {
        BigDecimal number = Decimals.number(value).orElseThrow();
        double place = (scaled(number) - low) / (high - low);
        return Math.max(0, Math.min(1, place));
    }

    @Override
    public Cell cell(String value) {
        double place = place(value);
        return new Cell(place, place);
    }

    @Override
    public String words() {
        return "numbers from " + Decimals.text(from) + " to " + Decimals.text(to);
    }
}
