package nightsweep.experiments.sweepfile;

/**
 * A key whose value two sweep files do not share.
 *
 * @param key such as {@code training.batch-size}
 * @param before its value in one file, as YAML on one line; {@code nothing} where it is not there
 * @param now its value in the other
 */
public record Difference(String key, String before, String now) {

    @Override
    public String toString() {
        return key + ": " + before + " before, " + now + " now";
    }
}
