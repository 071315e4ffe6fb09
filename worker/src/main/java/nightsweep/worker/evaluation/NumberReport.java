package nightsweep.worker.evaluation;

import java.util.ArrayList;
import java.util.List;
import nightsweep.worker.dataset.ExampleSet;

/**
 * What can be said of a network from the number that it gave for each test example.
 *
 * @param test the examples
 * @param answers given for them
 */
public record NumberReport(ExampleSet test, NumberAnswers answers) {

    /** Tables for the folder of a trial. */
    public List<TableFile> files() {
        List<String> heading = new ArrayList<>(List.of("example"));
        boolean found = !test.originColumn().isEmpty();
        if (found) {
            heading.add(test.originColumn());
        }
        heading.addAll(List.of("actual", "predicted", "residual"));
        CsvText csv = new CsvText(heading.toArray(String[]::new));
        for (int example = 0; example < test.size(); example++) {
            List<Object> row = new ArrayList<>(List.of(example));
            if (found) {
                row.add(test.origin(example));
            }
            double actual = answers.actual()[example];
            double predicted = answers.predicted()[example];
            row.addAll(List.of(whole(actual), predicted, actual - predicted));
            csv.row(row.toArray());
        }
        return List.of(new TableFile("predictions.csv", csv.text()));
    }

    /** Every digit of a true number, as others are to be found again by it. */
    private static String whole(double number) {
        return Double.toString(number).replaceAll("\\.0$", "");
    }
}
