package nightsweep.benchmark.curves;

/** A result among others: the smaller loss first, NaN last, then the setting. */
record Ranked(double loss, int setting) implements Comparable<Ranked> {
    @Override
    public int compareTo(Ranked other) {
        int byLoss = Double.compare(loss, other.loss);
        return byLoss != 0 ? byLoss : Integer.compare(setting, other.setting);
    }
}
