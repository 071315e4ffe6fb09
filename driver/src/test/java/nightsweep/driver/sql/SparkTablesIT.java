package nightsweep.driver.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nightsweep.experiments.dataset.TableForm;
import nightsweep.experiments.sweep.Sweep;
import nightsweep.experiments.sweepfile.SweepFile;
import nightsweep.worker.dataset.Dataset;
import nightsweep.worker.dataset.foreign.ForeignTables.Column;
import nightsweep.worker.dataset.foreign.ForeignTables.Rows;
import nightsweep.worker.dataset.load.DatasetLoader;
import nightsweep.worker.dataset.source.DataException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of a CSV file in other formats and in a database: they are the same examples. */
class SparkTablesIT {
    private static final String URL = "jdbc:h2:mem:tables;DB_CLOSE_DELAY=-1";

    @TempDir
    private static Path folder;

    private static String csv = "";

    private static final String SCHEMA =
            "\"id\" INT, \"size\" DOUBLE, \"price\" DECIMAL(8, 2), \"sold\" BOOLEAN, \"colour\" VARCHAR(10), \"kind\" VARCHAR(5)";

    @BeforeAll
    static void writeTheRows() throws IOException, SQLException {
        List<String> lines = new ArrayList<>(List.of("id,size,price,sold,colour,kind"));
        List<String> json = new ArrayList<>();
        try (Connection database = DriverManager.getConnection(URL);
                Statement statement = database.createStatement()) {
            statement.execute("CREATE USER reader PASSWORD 'very-hidden' ADMIN");
            statement.execute("CREATE TABLE flowers (" + SCHEMA + ")");
            for (int id = 40; id > 0; id--) {
                String size = id % 7 == 0 ? "" : String.valueOf(id / 8.0);
                String price = (id * 37 % 100) + ".50";
                String sold = String.valueOf(id % 3 == 0);
                String colour = List.of("red", "blue", "green").get(id * 5 % 3);
                String kind = id % 2 == 0 ? "a" : "b";
                json.add("{\"id\":" + id + (size.isEmpty() ? "" : ",\"size\":" + size) + ",\"price\":" + price
                        + ",\"sold\":" + sold + ",\"colour\":\"" + colour + "\",\"kind\":\"" + kind + "\"}");
                statement.execute("INSERT INTO flowers VALUES (" + id + ", " + (size.isEmpty() ? "NULL" : size) + ", "
                        + price + ", " + sold + ", '" + colour + "', '" + kind + "')");
                lines.add(String.join(",", String.valueOf(id), size, price, sold, colour, kind));
            }
        }
        csv = folder.resolve("flowers.csv").toString();
        Files.write(Path.of(csv), lines);
        Files.write(folder.resolve("flowers.json"), json);
        try (SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate()) {
            var table = spark.read()
                    .schema("id INT, size DOUBLE, price DECIMAL(8, 2), sold BOOLEAN, colour STRING, kind STRING")
                    .option("header", true)
                    .csv(csv);
            for (String format : List.of("parquet", "orc")) {
                // Two files, the first rows in the first.
                table.where("id > 15").coalesce(1).write().format(format).save(folder + "/flowers." + format);
                table.where("id <= 15")
                        .coalesce(1)
                        .write()
                        .mode(SaveMode.Overwrite)
                        .format(format)
                        .save(folder + "/more");
                for (String part : folder.resolve("more").toFile().list()) {
                    if (part.startsWith("part-")) {
                        Files.copy(folder.resolve("more/" + part), folder.resolve("flowers." + format + "/z" + part));
                    }
                }
            }
            spark.sql("SELECT 1 AS x, 'a' AS kind, array(1, 2) AS list").write().parquet(folder + "/nested");
        }
    }

    @AfterAll
    static void dropTheDatabase() throws SQLException {
        try (Connection database = DriverManager.getConnection(URL);
                Statement statement = database.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"parquet", "orc", "json"})
    void filesHoldTheExamplesOfTheCsv(String format) throws Exception {
        Dataset other = load(format + ": {train: " + folder + "/flowers." + format + ", label: kind}");

        assertThat(other.checksum())
                .isEqualTo(load("csv: {train: " + csv + ", label: kind}").checksum());
        assertThat(SparkEnv.get()).isNull();
    }

    @Test
    void aDatabaseHoldsTheExamplesOfTheCsvInTheOrderOfTheKey() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(csv)));
        java.util.Collections.reverse(lines.subList(1, lines.size()));
        Path sorted = Files.write(folder.resolve("sorted.csv"), lines);

        Dataset other = load("jdbc: {train: flowers, key: id, label: kind, options: {url: '" + URL + "'}}");

        assertThat(other.checksum())
                .isEqualTo(load("csv: {train: " + sorted + ", label: kind}").checksum());
    }

    @Test
    void takesPasswordsOfTheEnvironmentAndKeepsThem() throws Exception {
        TableForm.Spark form = new TableForm.Spark(
                "jdbc",
                Map.of(
                        "url", new TableForm.Setting(URL, false),
                        "user", new TableForm.Setting("reader", false),
                        "password", new TableForm.Setting("FLOWERS_PASSWORD", true)),
                List.of("id"));

        Taken rows = new Taken();
        new SparkTables(Map.of("FLOWERS_PASSWORD", "very-hidden")::get)
                .read(form, "flowers", new Configuration(), rows);
        assertThat(rows.cells).hasSize(40);
        assertThat(rows.cells.get(6)).containsExactly("7", "", "59.50", "false", "green", "b");

        assertThatThrownBy(() -> new SparkTables(Map.of("FLOWERS_PASSWORD", "not-so")::get)
                        .read(form, "flowers", new Configuration(), new Taken()))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("Cannot read flowers: Spark cannot read it as jdbc: ")
                .hasMessageNotContaining("not-so");
        assertThatThrownBy(() -> new SparkTables(Map.<String, String>of()::get)
                        .read(form, "flowers", new Configuration(), new Taken()))
                .hasMessage("Cannot read flowers: options take password from the environment variable"
                        + " FLOWERS_PASSWORD, which is not set here.");
    }

    @Test
    void refusesAKeyThatDoesNotTellRowsApart() {
        assertThatThrownBy(() -> load("jdbc: {train: flowers, key: kind, label: kind, options: {url: '" + URL + "'}}"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("two rows have the same key, kind [a]");
    }

    @Test
    void refusesNestedColumnsByNameUnlessTheyAreIgnored() {
        String nested = "parquet: {train: " + folder + "/nested, label: kind";

        assertThatThrownBy(() -> load(nested + "}"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "column \"list\" holds values of type array<int>, which are no cells of a table: say under"
                                + " columns that it is ignored");
        assertThatThrownBy(() -> load(nested + ", columns: {list: ignored}}"))
                .hasMessageContaining("every label is \"a\"");
    }

    @Test
    void refusesWhatIsNotThereOrIsNoneInOneSentence() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{\"a\": 1, \"kind\": \"x\"}\n{\"a\": \n");

        assertThatThrownBy(() -> load("json: {train: " + folder + "/broken.json, label: kind}"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("broken.json: Spark cannot read it as json: ");
        assertThatThrownBy(() -> load("parquet: {train: " + csv + ", label: kind}"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Spark cannot read it as parquet: ");
        assertThatThrownBy(() -> load("orc: {train: " + folder + "/nowhere, label: kind}"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> load("avro: {train: " + csv + ", label: kind}"))
                .hasMessageContaining("Spark has nothing here that reads avro: give it the jar that does");
    }

    private static Dataset load(String dataset) throws Exception {
        Sweep sweep = SweepFile.parse(
                "name: tables\ndataset: {" + dataset + "}\nnetwork: [{output: {units: 1, loss: cross-entropy}}]\n",
                "tables.yaml");
        return new DatasetLoader(new Configuration(), Optional.empty())
                .load(sweep.configurations().get(0).dataset(), sweep.seed());
    }

    private static final class Taken implements Rows {
        private final List<List<String>> cells = new ArrayList<>();

        @Override
        public void begin(List<Column> columns, List<String> notes) {}

        @Override
        public void add(List<String> row) {
            cells.add(row);
        }
    }
}
