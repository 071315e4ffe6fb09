package nightsweep.driver.sql;

import java.util.List;
import nightsweep.experiments.Redaction;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;

/** What went wrong while Spark read a table, in a sentence without secrets. */
record SparkTrouble(DataFile file, TableForm.Spark form) {
    private static final int LONGEST = 400;

    DataException told(Throwable trouble, List<String> secrets) {
        Throwable cause = trouble;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        if (trouble instanceof LinkageError || cause instanceof LinkageError) {
            return file.fault("Spark here lacks what reads it (" + cause.getMessage()
                    + "): start by spark-submit of a whole Spark");
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        if (message.contains("DATA_SOURCE_NOT_FOUND")
                || cause instanceof ClassNotFoundException
                || message.startsWith("Failed to find data source")
                || message.contains("Hive support is required")
                || message.contains("Unable to instantiate SparkSession with Hive support")) {
            return file.fault("Spark has nothing here that reads " + form.format()
                    + ": give it the jar that does, as by spark-submit --packages, or --jars for a database's driver");
        }
        for (String secret : secrets) {
            message = message.replace(secret, "***");
        }
        String bare = Redaction.of(message);
        return file.fault("Spark cannot read it as " + form.format() + ": "
                + (bare.length() > LONGEST ? bare.substring(0, LONGEST) + "..." : bare));
    }
}
