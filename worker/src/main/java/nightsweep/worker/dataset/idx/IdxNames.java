package nightsweep.worker.dataset.idx;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a folder that make up one data set.
 *
 * @param prefix of their names; may be empty
 * @param names of all files of the folder, sorted, so that of a file both plain and gzipped the plain one is taken
 */
record IdxNames(String prefix, List<String> names) {
    /** Of what is called for testing, the first that is there is taken. */
    private static final List<String> TEST_PARTS = List.of("t10k", "test", "validation");

    private static final String IMAGES = "-images-idx3-ubyte";
    private static final String LABELS = "-labels-idx1-ubyte";
    private static final Pattern TRAIN_IMAGES = Pattern.compile("(.+)-train-images[-.]idx[1-4]-ubyte(\\.gz)?");

    boolean isEmpty() {
        return names.stream().noneMatch(name -> name.startsWith(prefix));
    }

    /** Training images and labels, test images and labels, where none is {@link #missing}. */
    List<String> four() {
        return usualNames().stream().flatMap(usual -> find(usual).stream()).toList();
    }

    /** Those of the four that are not there, by their usual names. */
    List<String> missing() {
        return usualNames().stream().filter(usual -> find(usual).isEmpty()).toList();
    }

    /** Prefixes under which the folder has other data sets. */
    List<String> prefixes() {
        return names.stream()
                .map(TRAIN_IMAGES::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .distinct()
                .toList();
    }

    private List<String> usualNames() {
        String test = TEST_PARTS.stream()
                .filter(part -> find(prefix + part + IMAGES).isPresent())
                .findFirst()
                .orElse(TEST_PARTS.get(0));
        return Stream.of("train" + IMAGES, "train" + LABELS, test + IMAGES, test + LABELS)
                .map(name -> prefix + name)
                .toList();
    }

    /** The file of that name or one close to it: with any number of dimensions, a dot before idx, gzipped. */
    private Optional<String> find(String usual) {
        int idx = usual.lastIndexOf("-idx");
        Pattern pattern = Pattern.compile(Pattern.quote(usual.substring(0, idx)) + "[-.]idx[1-4]-ubyte(\\.gz)?");
        return names.stream().filter(name -> pattern.matcher(name).matches()).findFirst();
    }
}
