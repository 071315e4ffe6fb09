package nightsweep.experiments.sweep.text;

import java.util.Map;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.experiments.sweep.ConfigurationText;

/** How the rows of a table are written, as a part of {@link ConfigurationText}. */
public final class TableFormText {
    private TableFormText() {}

    private static String options(Map<String, TableForm.Setting> options) {
        return options.entrySet().stream()
                .map(option -> PreparingText.quoted(option.getKey()) + ": "
                        + (option.getValue().variable() ? "variable " : "")
                        + PreparingText.quoted(option.getValue().text()))
                .toList()
                .toString();
    }

    public static String of(TableForm form) {
        if (form instanceof TableForm.Text text) {
            return new RecordText("Text")
                    .and("separator", PreparingText.quoted(text.separator()))
                    .and("quote", PreparingText.quoted(text.quote()))
                    .and("comment", PreparingText.quoted(text.comment()))
                    .and("encoding", text.encoding())
                    .end();
        }
        if (form instanceof TableForm.Spark spark) {
            return new RecordText("Spark")
                    .and("format", PreparingText.quoted(spark.format()))
                    .unless(spark.options().isEmpty(), "options", options(spark.options()))
                    .unless(spark.key().isEmpty(), "key", PreparingText.quoted(spark.key()))
                    .end();
        }
        throw new AssertionError(form);
    }
}
