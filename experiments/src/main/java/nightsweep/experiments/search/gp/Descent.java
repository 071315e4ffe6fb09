package nightsweep.experiments.search.gp;

import java.util.ArrayList;
import java.util.List;

/** The bottom of a smooth function by L-BFGS (Liu and Nocedal, Math. Programming 45, 1989) with steps halved until they lead down. */
final class Descent {
    private static final int MEMORY = 8;
    private static final int HALVINGS = 20;
    private static final double ENOUGH = 1e-4;
    private static final double FLAT = 1e-4;
    private static final double LONGEST_STEP = 2;

    private Descent() {}

    /** A function with its slope. */
    interface Function {
        /** The value at {@code x}, infinite where there is none. */
        Value at(double[] x);
    }

    /** A value and the slope there. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Value(double value, double[] gradient) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Pair(double[] step, double[] change, double product) {}

    static double[] bottom(Function function, double[] start, int iterations) {
        double[] x = start.clone();
        Value here = function.at(x);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < iterations && norm(here.gradient) > FLAT; i++) {
            double[] direction = direction(pairs, here.gradient);
            double slope = dot(direction, here.gradient);
            double length = Math.min(1, LONGEST_STEP / Math.max(1e-300, largest(direction)));
            double[] next = x;
            Value there = here;
            boolean found = false;
            for (int j = 0; j < HALVINGS && !found; j++) {
                next = plus(x, direction, length);
                there = function.at(next);
                found = there.value <= here.value + ENOUGH * length * slope;
                length /= 2;
            }
            if (!found) {
                return x;
            }
            double[] step = plus(next, x, -1);
            double[] change = plus(there.gradient, here.gradient, -1);
            double product = dot(step, change);
            if (product > 1e-10) {
                pairs.add(new Pair(step, change, product));
                if (pairs.size() > MEMORY) {
                    pairs.remove(0);
                }
            }
            x = next;
            here = there;
        }
        return x;
    }

    private static double[] direction(List<Pair> pairs, double[] gradient) {
        double[] q = gradient.clone();
        double[] a = new double[pairs.size()];
        for (int i = pairs.size() - 1; i >= 0; i--) {
            Pair pair = pairs.get(i);
            a[i] = dot(pair.step, q) / pair.product;
            q = plus(q, pair.change, -a[i]);
        }
        if (!pairs.isEmpty()) {
            Pair last = pairs.get(pairs.size() - 1);
            double scale = last.product / dot(last.change, last.change);
            for (int i = 0; i < q.length; i++) {
                q[i] *= scale;
            }
        }
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            double b = dot(pair.change, q) / pair.product;
            q = plus(q, pair.step, a[i] - b);
        }
        for (int i = 0; i < q.length; i++) {
            q[i] = -q[i];
        }
        return q;
    }

    private static double[] plus(double[] a, double[] b, double factor) {
        double[] sum = new double[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + factor * b[i];
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return StrictMath.sqrt(dot(a, a));
    }

    private static double largest(double[] a) {
        double largest = 0;
        for (double one : a) {
            largest = Math.max(largest, Math.abs(one));
        }
        return largest;
    }
}
