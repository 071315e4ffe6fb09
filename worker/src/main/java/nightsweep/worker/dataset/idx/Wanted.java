package nightsweep.worker.dataset.idx;

import java.util.Map;
import nightsweep.worker.dataset.source.DataException;

/** What to tell a user whose data set is not there. */
public final class Wanted {
    private static final Map<String, String> ORIGINS = Map.of(
            "mnist",
            "They are published as \"The MNIST database of handwritten digits\" of LeCun, Cortes and Burges.",
            "fashion-mnist",
            "They are published as \"Fashion-MNIST\" of Zalando Research.",
            "kmnist",
            "They are published as \"Kuzushiji-MNIST\" of the Center for Open Data in the Humanities.",
            "hoda/hoda5",
            "They are made of the MATLAB file of Hoda, the Persian digits of Khosravi and Kabir, by: nightsweep data"
                    + " convert Data_hoda_full.mat --images Data --size 5 --train 1000 --test 200 --to"
                    + " THAT-PLACE/hoda/hoda5");

    private Wanted() {}

    /** That a data set is not there, which files are wanted, and where. */
    public static DataException missing(String name, String what) {
        String origin = ORIGINS.get(name);
        return new DataException("Cannot find data set " + name + ": " + what + ". Wanted are train-images-idx3-ubyte,"
                + " train-labels-idx1-ubyte, t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte, gzipped or not, in a"
                + " folder " + name + " at the place that --data or the environment variable NIGHTSWEEP_DATA names."
                + (origin == null ? "" : " " + origin));
    }
}
