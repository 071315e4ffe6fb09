package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import nightsweep.experiments.schema.SweepSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {
    @TempDir
    private Path folder;

    @Test
    void printsTheSchemaAndNothingElse() throws IOException {
        Desk desk = new Desk(folder);

        assertThat(desk.execute("schema")).isZero();

        assertThat(desk.out()).isEqualTo(SweepSchema.json() + "\n");
        assertThat(desk.err()).isEmpty();
    }
}
