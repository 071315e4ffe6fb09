package nightsweep.driver.summary.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nightsweep.experiments.outcome.ConfusionMatrix;
import org.junit.jupiter.api.Test;

class ClassificationReportTest {
    /** The example of scikit-learn's documentation of {@code classification_report}. */
    @Test
    void isLaidOutAsPeopleKnowIt() {
        ConfusionMatrix confusion = ConfusionMatrix.of(
                List.of("class 0", "class 1", "class 2"), new long[][] {{1, 0, 0}, {1, 0, 0}, {0, 1, 2}});

        assertThat(ClassificationReport.text(confusion)).isEqualTo("""
                              precision    recall  f1-score   support

                     class 0     0.5000    1.0000    0.6667         1
                     class 1     0.0000    0.0000    0.0000         1
                     class 2     1.0000    0.6667    0.8000         3

                    accuracy                         0.6000         5
                   macro avg     0.5000    0.5556    0.4889         5
                weighted avg     0.7000    0.6000    0.6133         5
                """);
    }
}
