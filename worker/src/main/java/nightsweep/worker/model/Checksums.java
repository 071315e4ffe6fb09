package nightsweep.worker.model;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * SHA-256 of each entry of a saved model but their own, as {@code sha256sum} writes them: unzipped, {@code sha256sum -c} holds
 * the files against them.
 *
 * @param hashes in hexadecimal, by name
 */
record Checksums(Map<String, String> hashes) {
    private static final String BETWEEN = "  ";

    Checksums {
        hashes = new TreeMap<>(hashes);
    }

    static Checksums of(ModelEntries entries) {
        Map<String, String> hashes = new TreeMap<>();
        entries.bytes().forEach((name, content) -> {
            if (!name.equals(ModelEntries.CHECKSUMS)) {
                hashes.put(name, hash(content));
            }
        });
        return new Checksums(hashes);
    }

    /** What {@link #text} wrote. */
    static Checksums read(String text) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (String line : text.lines().toList()) {
            int end = line.indexOf(BETWEEN);
            if (end < 0) {
                throw new IOException("its " + ModelEntries.CHECKSUMS + " is damaged.");
            }
            hashes.put(line.substring(end + BETWEEN.length()), line.substring(0, end));
        }
        return new Checksums(hashes);
    }

    String text() {
        return hashes.entrySet().stream()
                .map(one -> one.getValue() + BETWEEN + one.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Goes on where entries are those that were saved, all of them.
     *
     * @throws IOException that names the first that is not
     */
    void check(ModelEntries entries) throws IOException {
        Checksums now = of(entries);
        for (Map.Entry<String, String> one : hashes.entrySet()) {
            if (!one.getValue().equals(now.hashes.get(one.getKey()))) {
                throw new IOException("its " + one.getKey() + " is not what was saved: its checksum is another.");
            }
        }
        if (!hashes.keySet().equals(now.hashes.keySet())) {
            throw new IOException("its " + ModelEntries.CHECKSUMS + " does not name each of its entries.");
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }
}
