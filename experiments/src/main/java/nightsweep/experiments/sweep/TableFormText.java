package nightsweep.experiments.sweep;

import nightsweep.experiments.dataset.TableForm;

/** How the rows of a table are written, as a part of {@link ConfigurationText}. */
final class TableFormText {
    private TableFormText() {}

    static String of(TableForm form) {
        if (form instanceof TableForm.Text text) {
            return new RecordText("Text")
                    .and("separator", PreparingText.quoted(text.separator()))
                    .and("quote", PreparingText.quoted(text.quote()))
                    .and("comment", PreparingText.quoted(text.comment()))
                    .and("encoding", text.encoding())
                    .end();
        }
        throw new AssertionError(form);
    }
}
