package nightsweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCommandTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void sitDown() throws IOException {
        desk = new Desk(folder);
    }

    @Test
    void listsTheCatalog() {
        assertThat(desk.execute("catalog")).isZero();

        assertThat(desk.out())
                .contains(
                        "quickstart\n    Three activations by three optimizers on generated digits, in under a minute.\n"
                                + "    digits; 9 x 2 trials; about ")
                .containsPattern("\n    mnist; [0-9]+ x [0-9]+ trials; its data is not here\n");
    }

    @Test
    void showsASweepOfTheCatalog() {
        assertThat(desk.execute("catalog", "quickstart")).isZero();

        assertThat(desk.out()).startsWith("name: quickstart\n").endsWith("\n");
        assertThat(desk.execute("catalog", "quickstar")).isEqualTo(3);
        assertThat(desk.err()).isEqualTo("nightsweep: The catalog has no quickstar. Maybe \"quickstart\"?\n");
    }
}
