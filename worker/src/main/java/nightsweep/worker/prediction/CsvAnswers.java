package nightsweep.worker.prediction;

import java.io.IOException;
import java.util.List;
import nightsweep.worker.evaluation.CsvText;
import nightsweep.worker.model.SavedModel;

/**
 * Answers as comma-separated values: of each example its number from 0, the class that it is taken for, how much, and how
 * much for every class.
 */
public record CsvAnswers(List<String> labels, Appendable out) implements Answers.Table {
    public CsvAnswers {
        labels = List.copyOf(labels);
    }

    /** A table under its heading, which is written at once. */
    public static CsvAnswers begin(SavedModel model, Appendable out) throws IOException {
        List<String> labels = model.trained().card().labels();
        out.append(new CsvText(Answers.columns(labels).toArray(String[]::new)).text());
        return new CsvAnswers(labels, out);
    }

    @Override
    public void take(Answers.Batch answered) throws IOException {
        CsvText lines = CsvText.withoutHeading();
        Object[] fields = new Object[3 + labels.size()];
        for (int row = 0; row < answered.predicted().length; row++) {
            int predicted = answered.predicted()[row];
            for (int label = 0; label < labels.size(); label++) {
                fields[3 + label] = (double) answered.scores()[row * labels.size() + label];
            }
            fields[0] = answered.first() + row;
            fields[1] = labels.get(predicted);
            fields[2] = fields[3 + predicted];
            lines.row(fields);
        }
        out.append(lines.text());
    }
}
