package nightsweep.worker.prediction;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.dataset.DataSource;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.worker.dataset.csv.line.CsvLine;
import nightsweep.worker.model.SavedModel;

/**
 * How the rows of a table are written that a model's sweep says something of, as {@link TableForm.Text} has it.
 *
 * @param separator that cells may be apart by; empty where it is found out
 * @param quote around cells; empty for none
 * @param comment the character that lines begin with that are no rows; empty where nothing is said
 * @param commented whether lines before the table may be comments
 * @param encoding the name of a character set
 */
record Writing(String separator, String quote, String comment, boolean commented, String encoding)
        implements Serializable {
    /** As most programs write. */
    static final Writing USUAL = of(TableForm.USUAL);

    /** As the table was written that a model was trained on; as usual where that was no text. */
    static Writing of(SavedModel model) {
        return model.trial().configuration().dataset().source() instanceof DataSource.Csv csv
                        && csv.form() instanceof TableForm.Text text
                ? of(text)
                : USUAL;
    }

    private static Writing of(TableForm.Text text) {
        boolean found = text.comment().equals(TableForm.Text.FOUND);
        return new Writing(
                text.findsSeparator() ? "" : text.separator(),
                text.quote().equals(TableForm.Text.NONE) ? "" : text.quote(),
                found || text.comment().equals(TableForm.Text.NONE) ? "" : text.comment(),
                found,
                text.encoding());
    }

    /** Whether a line is no row. */
    boolean isComment(String line) {
        return !comment.isEmpty() && line.startsWith(comment);
    }

    /** Whether the last cell of a line goes on in the next. */
    boolean isOpen(CharSequence line) {
        return quote.equals("\"") && CsvLine.isOpen(line);
    }

    /**
     * Its cells, without the blanks around them.
     *
     * @throws IllegalArgumentException that says what is wrong with its quotation marks
     */
    List<String> cells(String line, char apart) {
        return CsvLine.cells(line, apart, quote.isEmpty() ? Optional.empty() : Optional.of(quote.charAt(0)));
    }

    /** Whether ends of lines are one byte, so that lines can be told apart before they are decoded. */
    boolean hasPlainLines() {
        return "\n".getBytes(Charset.forName(encoding)).length == 1;
    }

    /**
     * The text of some bytes.
     *
     * @throws CharacterCodingException if they are none
     */
    String decoded(byte[] bytes, int length) throws CharacterCodingException {
        return Charset.forName(encoding)
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, 0, length))
                .toString();
    }
}
