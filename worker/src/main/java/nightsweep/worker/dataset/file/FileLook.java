package nightsweep.worker.dataset.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file is that is not what was asked for, as its first bytes tell: a web page, a workbook, a pointer to a file. */
public final class FileLook {
    /** How many first bytes are looked at. */
    static final int BYTES = 512;

    private static final String WORKBOOK = ": save the sheet as CSV in UTF-8";
    private static final String UNPACK = ": unpack it, or compress it by gzip";
    private static final String NO_UTF_8 = ": save it as UTF-8, or say encoding: utf-16";

    /** Bytes that only files of one kind begin with; longer ones before their beginnings. */
    private static final List<Look> LOOKS = List.of(
            new Look("\u0089PNG\r\n", "a PNG picture"),
            new Look("\u00ff\u00d8\u00ff", "a JPEG picture"),
            new Look("GIF87a", "a GIF picture"),
            new Look("GIF89a", "a GIF picture"),
            new Look("II*\0", "a TIFF picture"),
            new Look("MM\0*", "a TIFF picture"),
            new Look(
                    "PK\u0003\u0004",
                    "a ZIP archive, as Excel workbooks are: unpack it, or save the sheet as CSV in UTF-8"),
            new Look("\u00d0\u00cf\u0011\u00e0", "an Excel workbook of the old kind" + WORKBOOK),
            new Look("%PDF-", "a PDF document"),
            new Look("PAR1", "a Parquet file: say parquet in place of csv"),
            new Look("\u0089HDF\r\n", "an HDF5 file"),
            new Look("\u0093NUMPY", "a NumPy array: write it as CSV, or as IDX"),
            new Look("MATLAB 5.0 MAT-file", "a MATLAB 5 file"),
            new Look("\u001f\u008b", "gzipped twice: unpack it once"),
            new Look("BZh", "compressed by bzip2" + UNPACK),
            new Look("\u00fd7zXZ", "compressed by xz" + UNPACK),
            new Look("(\u00b5/\u00fd", "compressed by Zstandard" + UNPACK),
            new Look("7z\u00bc\u00af", "a 7z archive: unpack it"),
            new Look("Rar!\u001a", "a RAR archive: unpack it"),
            new Look("\u00ff\u00fe\0\0", "text in UTF-32: save it as UTF-8"),
            new Look("\0\0\u00fe\u00ff", "text in UTF-32: save it as UTF-8"),
            new Look("\u00ff\u00fe", "text in UTF-16" + NO_UTF_8),
            new Look("\u00fe\u00ff", "text in UTF-16" + NO_UTF_8),
            new Look("version https://git-lfs", "a pointer of Git LFS: fetch the file itself with git lfs pull"));

    private FileLook() {}

    private record Look(String start, String what) {}

    /**
     * What a file with these first bytes is, to follow "it is"; empty for text, and for what nobody knows.
     *
     * @param first of the file, decompressed; may be all of it
     */
    public static Optional<String> of(byte[] first) {
        String start = new String(first, 0, Math.min(first.length, BYTES), StandardCharsets.ISO_8859_1);
        for (Look look : LOOKS) {
            // Letters alone may as well be the name of a table's first column.
            if (start.startsWith(look.start)
                    && (!look.start.matches("[A-Za-z0-9]+") || start.chars().anyMatch(FileLook::isNoText))) {
                return Optional.of(look.what);
            }
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return Optional.of("a WebP picture");
        }
        if (start.startsWith("BM") && start.startsWith("\0\0\0\0", 6)) {
            return Optional.of("a BMP picture");
        }
        if (start.startsWith("ftyp", 4) && start.chars().anyMatch(FileLook::isNoText)) {
            return Optional.of(start.startsWith("avif", 8) ? "an AVIF picture" : "a HEIC picture or a film");
        }
        return ofText(start.stripLeading().toLowerCase(Locale.ROOT));
    }

    private static boolean isNoText(int character) {
        return character < '\t' || (character > '\r' && character < ' ');
    }

    private static Optional<String> ofText(String start) {
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head")) {
            return Optional.of("a web page, as servers send where they do not give a file: look at it in a browser");
        }
        if (start.startsWith("<svg") || (start.startsWith("<?xml") && start.contains("<svg"))) {
            return Optional.of("an SVG picture");
        }
        if (start.startsWith("<?xml")) {
            return Optional.of("an XML document");
        }
        if (start.matches("(?s)(\\[\\s*[\\[{]|\\{\\s*\").*")) {
            return Optional.of("JSON");
        }
        return Optional.empty();
    }
}
