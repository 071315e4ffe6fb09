/** Runs as MLflow keeps them in files. Entry: {@link nightsweep.driver.mlflow.FileStore}. */
@NullMarked
package nightsweep.driver.mlflow;

import org.jspecify.annotations.NullMarked;
