package nightsweep.benchmark.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nightsweep.worker.dataset.source.DataException;
import nightsweep.worker.engine.choice.Engines;
import nightsweep.worker.engine.dl4j.Dl4jEngine;
import nightsweep.worker.speed.Product;
import org.junit.jupiter.api.Test;

class StepBenchmarkTest {
    @Test
    void printsALineForEachOptimizer() throws DataException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        new StepBenchmark(List.of(new Dl4jEngine()), 2, 10, 3)
                .run(Optional.empty(), new PrintStream(bytes, true, StandardCharsets.UTF_8));

        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(7);
        assertThat(lines.get(1))
                .matches("matrix products alone: by the library \\d+\\.\\d\\d ms a step, \\d+ GFLOP/s;"
                        + " our own \\d+\\.\\d\\d ms a step, \\d+ GFLOP/s");
        assertThat(lines.get(2)).matches("engine\\s+step 2\\s+step 10\\s+products");
        assertThat(lines.get(3)).matches("dl4j +sgd( +\\d+\\.\\d\\d ms){3}");
        assertThat(lines.get(5)).startsWith("dl4j     adam");
        assertThat(lines.get(6)).matches("dl4j +sgd\\+norm( +\\d+\\.\\d\\d ms){3}");
    }

    @Test
    void comparesEnginesOnEveryShape() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        new ShapeBenchmark(Engines.standard(), List.of(List.of(2, 3, 1), List.of(25, 15, 10)), 1)
                .run(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(10);
        assertThat(lines.get(2)).matches("2-3-1 +1( +\\d+\\.\\d{4} ms){2} +\\d+\\.\\d");
        assertThat(lines.get(9)).startsWith("25-15-10");
    }

    @Test
    void comparesOneSlotWithTwo() throws InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        new SlotBenchmark(Engines.standard().named("fused"), 20)
                .run(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines().skip(1))
                .hasSize(4)
                .allMatch(line -> line.matches(".* one slot +\\d+ steps/s, two slots \\d\\.\\d\\d times that .*"));
    }

    @Test
    void countsTheOperationsOfAStep() {
        List<Product> products = Product.ofStep(64, List.of(784, 512, 128, 10));

        double operations = products.stream().mapToDouble(Product::operations).sum();

        // Forward and gradient of every layer's weights, and of every layer's input but the first's.
        double weights = 784.0 * 512 + 512 * 128 + 128 * 10;
        assertThat(operations).isEqualTo(2 * 64 * (3 * weights - 784.0 * 512));
    }
}
