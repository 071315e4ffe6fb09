package nightsweep.driver.application;

import java.util.List;

/**
 * A run that was put in one file.
 *
 * @param place where the file is, as a person would type it
 * @param folder what it unpacks to
 * @param outcomes of trials in it
 * @param files in it, these and all others
 * @param bytes that the file takes
 * @param data what its trials were trained on, each with its checksum, in words
 * @param leftOut what of the run directory is not in it, in words
 */
public record Bundled(
        String place, String folder, int outcomes, int files, long bytes, List<String> data, List<String> leftOut) {
    public Bundled {
        data = List.copyOf(data);
        leftOut = List.copyOf(leftOut);
    }
}
