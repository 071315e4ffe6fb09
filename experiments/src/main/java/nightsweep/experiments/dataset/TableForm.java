package nightsweep.experiments.dataset;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nightsweep.experiments.Redaction;

/** How the rows of a table are written. */
public sealed interface TableForm {
    /** Text as most programs write it. */
    Text USUAL = new Text(Text.FOUND, "\"", Text.FOUND, "utf-8");

    /**
     * Lines of cells.
     *
     * @param separator the character that cells are apart by, or {@link #FOUND}: the comma, or what the first line has instead
     * @param quote the character around cells that hold a separator, or {@link #NONE}
     * @param comment the character that lines begin with that are no rows, wherever they stand; {@link #NONE} where every line is one, and
     *     {@link #FOUND} for {@code #} before the table
     * @param encoding the name of a character set, in small letters
     */
    record Text(String separator, String quote, String comment, String encoding) implements TableForm {
        public static final String FOUND = "found";
        public static final String NONE = "none";

        private static final Set<String> BLANKS = Set.of(" ", "\t");

        public Text {
            if (!separator.equals(FOUND) && !BLANKS.contains(separator) && !isOneMark(separator)) {
                throw new IllegalArgumentException("separator must be comma, semicolon, tab, bar, space, found or one"
                        + " other character that no number is written with, but got \"" + separator + "\".");
            }
            if (!quote.equals(NONE) && !isOneMark(quote)) {
                throw new IllegalArgumentException(
                        "quote must be none or one character that is no letter, digit or blank, but got \"" + quote
                                + "\".");
            }
            if (!comment.equals(NONE) && !comment.equals(FOUND) && !isOneMark(comment)) {
                throw new IllegalArgumentException(
                        "comment must be found, none, or one character that is no letter, digit or blank, but got \""
                                + comment + "\".");
            }
            if (quote.equals(separator)) {
                throw new IllegalArgumentException(
                        "quote and separator cannot be the same character, but both are \"" + quote + "\".");
            }
            if (comment.length() == 1 && (comment.equals(separator) || comment.equals(quote))) {
                throw new IllegalArgumentException("comment \"" + comment + "\" is the "
                        + (comment.equals(quote) ? "quote" : "separator")
                        + " too, so it cannot be told whether a line is a row.");
            }
            encoding = known(encoding);
        }

        private static boolean isOneMark(String text) {
            return text.length() == 1
                    && !Character.isLetterOrDigit(text.charAt(0))
                    && !Character.isWhitespace(text.charAt(0))
                    && !Character.isISOControl(text.charAt(0))
                    && "+-.".indexOf(text.charAt(0)) < 0;
        }

        private static String known(String name) {
            try {
                return Charset.forName(name).name().toLowerCase(Locale.ROOT);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new IllegalArgumentException(
                        "encoding must be the name of a character set, such as utf-8, latin1, windows-1252 or utf-16,"
                                + " but got \"" + name + "\".",
                        e);
            }
        }

        /** Whether it is found out what cells are apart by. */
        public boolean findsSeparator() {
            return separator.equals(FOUND);
        }
    }

    /**
     * What Spark reads: files of some format, tables of a database or of a catalog.
     *
     * @param format by Spark's own name; {@link #HIVE} for a table of the catalog
     * @param options of Spark's reader, by their own names
     * @param key the columns by which rows are put in order; none where the source has an order of its own
     */
    record Spark(String format, Map<String, Setting> options, List<String> key) implements TableForm {
        public static final String JDBC = "jdbc";
        public static final String HIVE = "hive";
        /** Rows of files stand in an order. */
        public static final List<String> FILES = List.of("parquet", "orc", "json", "avro");

        private static final Pattern SECRET = Pattern.compile(Redaction.SECRET_NAMES);
        private static final Pattern IN_URL = Pattern.compile(".*[?;&](" + Redaction.SECRET_NAMES + ")=.*");

        public Spark {
            options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
            key = List.copyOf(key);
            options.forEach(Spark::check);
            if (format.equals(JDBC) && !options.containsKey("url")) {
                throw new IllegalArgumentException(
                        "options must have the url of the database, such as {url: 'jdbc:postgresql://host/db'}.");
            }
            if (!FILES.contains(format) && key.isEmpty()) {
                throw new IllegalArgumentException("key is missing: the rows of " + format
                        + " have no order of their own, so name the column that tells them apart, or several.");
            }
        }

        /** Files of a sweep are kept with every run and every model. */
        private static void check(String name, Setting setting) {
            boolean secret = SECRET.matcher(name).find()
                    || Redaction.inUri(setting.text())
                    || IN_URL.matcher(setting.text()).matches();
            if (secret && !setting.variable()) {
                throw new IllegalArgumentException("options must not hold a secret, but " + name
                        + " does or is one: name the environment variable that has it, {" + name
                        + ": {variable: NAME}}, as the file is kept with every run and every model.");
            }
        }
    }

    /**
     * What an option is set to.
     *
     * @param variable whether {@code text} is the name of an environment variable that has it
     */
    record Setting(String text, boolean variable) {}
}
