package nightsweep.worker.dataset;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** Examples that are known again by their values, whatever their labels and their file. */
public final class KnownExamples implements Serializable {
    private final long[] fingerprints;

    private KnownExamples(long[] fingerprints) {
        this.fingerprints = fingerprints;
    }

    /** All examples of some sets. */
    public static KnownExamples of(List<ExampleSet> sets) {
        long[] all = new long[sets.stream().mapToInt(ExampleSet::size).sum()];
        int at = 0;
        for (ExampleSet set : sets) {
            for (int example = 0; example < set.size(); example++) {
                all[at++] = set.fingerprint(example);
            }
        }
        Arrays.sort(all);
        return new KnownExamples(all);
    }

    /** How many of some examples are among them. */
    public int count(ExampleSet examples) {
        int count = 0;
        for (int example = 0; example < examples.size(); example++) {
            if (Arrays.binarySearch(fingerprints, examples.fingerprint(example)) >= 0) {
                count++;
            }
        }
        return count;
    }
}
