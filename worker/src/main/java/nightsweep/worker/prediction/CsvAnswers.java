package nightsweep.worker.prediction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nightsweep.experiments.dataset.NumberTarget;
import nightsweep.worker.evaluation.CsvText;
import nightsweep.worker.model.SavedModel;

/**
 * Answers as comma-separated values: of each example its number from 0, and the number that is predicted of it, in its own
 * unit; or the class that it is taken for, how much, and how much for every class.
 *
 * @param pictures the name of each example, which stands beside its number; empty where examples are no pictures
 */
public record CsvAnswers(List<String> labels, Optional<NumberTarget> number, List<String> pictures, Appendable out)
        implements Answers.Table {
    public CsvAnswers {
        labels = List.copyOf(labels);
        pictures = List.copyOf(pictures);
    }

    /** A table under its heading, which is written at once. */
    public static CsvAnswers begin(SavedModel model, Appendable out) throws IOException {
        return begin(model, List.of(), out);
    }

    /** A table of pictures under its heading, which is written at once. */
    public static CsvAnswers begin(SavedModel model, List<String> pictures, Appendable out) throws IOException {
        List<String> labels = model.trained().card().labels();
        Optional<NumberTarget> number = model.trained().card().target();
        List<String> columns =
                number.isPresent() ? new ArrayList<>(List.of("example", "predicted")) : Answers.columns(labels);
        if (!pictures.isEmpty()) {
            columns.add(1, "picture");
        }
        out.append(new CsvText(columns.toArray(String[]::new)).text());
        return new CsvAnswers(labels, number, pictures, out);
    }

    @Override
    public void take(Answers.Batch answered) throws IOException {
        CsvText lines = CsvText.withoutHeading();
        int at = pictures.isEmpty() ? 1 : 2;
        if (number.isPresent()) {
            for (int row = 0; row < answered.predicted().length; row++) {
                lines.row(answered.first() + row, number.get().number(answered.scores()[row]));
            }
            out.append(lines.text());
            return;
        }
        Object[] fields = new Object[at + 2 + labels.size()];
        for (int row = 0; row < answered.predicted().length; row++) {
            int predicted = answered.predicted()[row];
            for (int label = 0; label < labels.size(); label++) {
                fields[at + 2 + label] = (double) answered.scores()[row * labels.size() + label];
            }
            fields[0] = answered.first() + row;
            if (!pictures.isEmpty()) {
                fields[1] = pictures.get((int) (answered.first() + row));
            }
            fields[at] = labels.get(predicted);
            fields[at + 1] = fields[at + 2 + predicted];
            lines.row(fields);
        }
        out.append(lines.text());
    }
}
