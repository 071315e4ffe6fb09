package nightsweep.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nightsweep.driver.json.BestModel;
import nightsweep.worker.model.ModelFile;
import nightsweep.worker.model.SavedModel;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepInAProgramIT {
    @Test
    void runsOnASparkThatGoesOnAfterwards(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        SparkConf conf = new SparkConf()
                .setMaster("local[2]")
                .setAppName("mine")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.driver.host", "127.0.0.1");
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            List<BestModel> best = new SweepInAProgram(new PrintStream(said, true, StandardCharsets.UTF_8))
                    .run(spark, folder.resolve("run"));

            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains("6 trials", "6 of 6", "1. tanh", "2. identity", "it ended with NONE_FAILED");
            SavedModel model = ModelFile.read(
                    Files.readAllBytes(Path.of(best.get(0).model().orElseThrow())), "its model");
            assertThat(model.trial().id()).isEqualTo(best.get(0).trial().id());
            assertThat(spark.parallelize(List.of(1, 2, 3)).count()).isEqualTo(3);
        }
    }
}
