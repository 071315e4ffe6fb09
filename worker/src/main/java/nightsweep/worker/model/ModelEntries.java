package nightsweep.worker.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nightsweep.worker.engine.dl4j.ModelZip;

/**
 * The entries of a saved model's zip: those that Nightsweep writes and no others, none inflated beyond what it may hold. What
 * else Deeplearning4j would look for, such as {@code preprocessor.bin}, is Java's own serialization and may run code.
 *
 * @param bytes by name, in the order of the file
 */
record ModelEntries(Map<String, byte[]> bytes) {
    static final String CARD = "nightsweep/model.json";
    static final String SWEEP = "nightsweep/sweep.yaml";
    static final String OUTCOME = "nightsweep/outcome.json";
    static final String REFIT = "nightsweep/refit.json";
    static final String CHECKSUMS = "nightsweep/SHA256SUMS";

    private static final Set<String> KNOWN =
            Set.of(CARD, SWEEP, OUTCOME, REFIT, CHECKSUMS, ModelZip.CONFIGURATION, ModelZip.COEFFICIENTS);

    /** Far more than any sweep, card or outcome has. */
    private static final int MOST_TEXT = 64 << 20;

    /** Nothing that was written as one array has more. */
    private static final long MOST_SKIPPED = Integer.MAX_VALUE;

    ModelEntries {
        bytes = new LinkedHashMap<>(bytes);
    }

    /**
     * The entries of a zip but for the parameters, whose size nothing tells yet.
     *
     * @throws IOException if it is damaged, has an entry twice, an unknown one, or one that is too large
     */
    static ModelEntries texts(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        each(zip, (name, in) -> {
            if (name.equals(ModelZip.COEFFICIENTS)) {
                skip(in);
            } else {
                entries.put(name, content(name, in, MOST_TEXT));
            }
        });
        return new ModelEntries(entries);
    }

    /**
     * The parameters of a zip.
     *
     * @param most bytes that they may have
     * @throws IOException if it is damaged, has none, or more of them
     */
    static byte[] coefficients(byte[] zip, int most) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        each(zip, (name, in) -> {
            if (name.equals(ModelZip.COEFFICIENTS)) {
                entries.put(name, content(name, in, most));
            }
        });
        return new ModelEntries(entries).content(ModelZip.COEFFICIENTS);
    }

    /** These and the parameters. */
    ModelEntries with(byte[] coefficients) {
        Map<String, byte[]> all = new LinkedHashMap<>(bytes);
        all.put(ModelZip.COEFFICIENTS, coefficients);
        return new ModelEntries(all);
    }

    private interface Taker {
        void take(String name, InputStream in) throws IOException;
    }

    private static void each(byte[] zip, Taker taker) throws IOException {
        Set<String> found = new HashSet<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                if (!KNOWN.contains(name)) {
                    throw new IOException("it holds " + shown(name)
                            + ", which Nightsweep does not write: nothing of the file is used.");
                }
                if (!found.add(name)) {
                    throw new IOException("it holds " + name + " twice.");
                }
                taker.take(name, in);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("it holds an entry whose name is no text.", e);
        }
        if (!found.isEmpty()) {
            ZipDirectory.check(zip, found);
        }
    }

    private static byte[] content(String name, InputStream in, int most) throws IOException {
        byte[] content = in.readNBytes(most);
        if (in.read() >= 0) {
            throw new IOException("its " + name + " has more than the " + most + " bytes that it may have.");
        }
        return content;
    }

    private static void skip(InputStream in) throws IOException {
        long skipped = 0;
        for (long some = in.skip(MOST_SKIPPED); some > 0; some = in.skip(MOST_SKIPPED)) {
            skipped += some;
            if (skipped > MOST_SKIPPED) {
                throw new IOException("its " + ModelZip.COEFFICIENTS + " has more than " + MOST_SKIPPED + " bytes.");
            }
        }
    }

    /**
     * The content of an entry.
     *
     * @throws IOException if there is none of this name
     */
    byte[] content(String name) throws IOException {
        byte[] content = bytes.get(name);
        if (content == null) {
            throw new IOException("it has no " + name + ": Nightsweep did not write it.");
        }
        return content;
    }

    /**
     * The content of an entry as text.
     *
     * @throws IOException if there is none of this name
     */
    String text(String name) throws IOException {
        return new String(content(name), StandardCharsets.UTF_8);
    }

    private static String shown(String name) {
        return name.replaceAll("\\p{Cntrl}", "?").substring(0, Math.min(60, name.length()));
    }
}
