package nightsweep.worker.dataset.idx;

import java.util.Map;
import nightsweep.worker.dataset.DataException;

/** What to tell a user whose data set is not there. */
public final class Wanted {
    private static final Map<String, String> PUBLISHED = Map.of(
            "mnist", "\"The MNIST database of handwritten digits\" of LeCun, Cortes and Burges",
            "fashion-mnist", "\"Fashion-MNIST\" of Zalando Research",
            "kmnist", "\"Kuzushiji-MNIST\" of the Center for Open Data in the Humanities");

    private Wanted() {}

    /** That a data set is not there, which files are wanted, and where. */
    public static DataException missing(String name, String what) {
        String published = PUBLISHED.get(name);
        return new DataException("Cannot find data set " + name + ": " + what + ". Wanted are train-images-idx3-ubyte,"
                + " train-labels-idx1-ubyte, t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte, gzipped or not, in a"
                + " folder " + name + " at the place that --data or the environment variable NIGHTSWEEP_DATA names."
                + (published == null ? "" : " They are published as " + published + "."));
    }
}
