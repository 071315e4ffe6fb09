package nightsweep.driver.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import org.jspecify.annotations.Nullable;

/**
 * Options of Spark's reader with their values.
 *
 * @param secrets values that came out of the environment, which nobody is told
 */
record ReaderOptions(Map<String, String> values, List<String> secrets) {

    static ReaderOptions of(TableForm.Spark form, Function<String, @Nullable String> variables, DataFile file)
            throws DataException {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> secrets = new ArrayList<>();
        for (Map.Entry<String, TableForm.Setting> option : form.options().entrySet()) {
            TableForm.Setting setting = option.getValue();
            String value = setting.variable() ? variables.apply(setting.text()) : setting.text();
            if (value == null) {
                throw file.fault("options take " + option.getKey() + " from the environment variable " + setting.text()
                        + ", which is not set here");
            }
            values.put(option.getKey(), value);
            if (setting.variable() && !value.isEmpty()) {
                secrets.add(value);
            }
        }
        return new ReaderOptions(values, secrets);
    }
}
