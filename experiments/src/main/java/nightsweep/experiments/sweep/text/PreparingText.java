package nightsweep.experiments.sweep.text;

import java.util.List;
import nightsweep.experiments.dataset.ColumnRule;
import nightsweep.experiments.dataset.Fill;
import nightsweep.experiments.dataset.Preparing;
import nightsweep.experiments.sweep.ConfigurationText;

/** What a sweep says of the columns of a table, as a part of {@link ConfigurationText}. */
public final class PreparingText {
    private PreparingText() {}

    public static String of(Preparing preparing) {
        Preparing usual = Preparing.USUAL;
        return new RecordText("Preparing")
                .unless(preparing.rules().isEmpty(), "columns", rules(preparing.rules()))
                .unless(preparing.missing().isEmpty(), "missing", quoted(preparing.missing()))
                .unless(preparing.fill().equals(usual.fill()), "fill", fill(preparing.fill()))
                .unless(
                        preparing.missingFlags() == usual.missingFlags(),
                        "missingFlags",
                        RecordText.word(preparing.missingFlags()))
                .unless(
                        preparing.mostValues() == usual.mostValues(),
                        "mostValues",
                        Integer.toString(preparing.mostValues()))
                .unless(preparing.decimals() == usual.decimals(), "decimals", RecordText.word(preparing.decimals()))
                .end();
    }

    private static String rules(List<ColumnRule> rules) {
        return rules.stream()
                .map(rule -> quoted(rule.columns()) + ": " + RecordText.word(rule.use()))
                .toList()
                .toString();
    }

    static String quoted(List<String> texts) {
        return texts.stream().map(PreparingText::quoted).toList().toString();
    }

    /** No two lists of names have one text. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String fill(Fill fill) {
        if (fill instanceof Fill.Constant constant) {
            return new RecordText("Constant").and("value", constant.value()).end();
        }
        return fill instanceof Fill.Median ? "Median[]" : "Mean[]";
    }
}
