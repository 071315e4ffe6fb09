package nightsweep.worker.engine.fused.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelsTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 16", "5, 63", "2, 64", "7, 65", "64, 130", "100, 10"})
    void givesBackTheRowsThatItTook(int rows, int columns) {
        Panels panels = Panels.zeros(rows, columns);
        for (int row = 0; row < rows; row++) {
            panels.put(row, numbers(row, columns), 2);
        }

        for (int row = 0; row < rows; row++) {
            float[] read = new float[columns + 2];
            panels.get(row, read, 2);
            float[] expected = numbers(row, columns);
            expected[0] = 0;
            expected[1] = 0;
            assertThat(read).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 16", "5, 63", "2, 64", "7, 65", "64, 130", "100, 10"})
    void packsRowsOfAMatrixAndZerosBesideThem(int rows, int columns) {
        Matrix matrix = Matrix.zeros(rows + 3, columns);
        matrix.floats().fill(Float.NaN);
        for (int row = 0; row < rows; row++) {
            matrix.floats().values().put((row + 3) * matrix.stride(), numbers(row, columns), 2, columns);
        }
        Panels panels = Panels.zeros(rows, columns);
        panels.floats().fill(-7);

        panels.pack(matrix, 3);

        float[] read = new float[columns + 2];
        for (int row = 0; row < rows; row++) {
            panels.get(row, read, 0);
            assertThat(java.util.Arrays.copyOf(read, columns))
                    .isEqualTo(java.util.Arrays.copyOfRange(numbers(row, columns), 2, columns + 2));
        }
        for (int i = 0; i < Panels.size(rows, columns); i++) {
            assertThat(panels.floats().array()[i]).isNotNaN().isNotEqualTo(-7f);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 16", "5, 63", "2, 64", "7, 65", "64, 130", "100, 10"})
    void packsAMatrixTransposed(int rows, int columns) {
        Panels source = Panels.zeros(rows, columns);
        for (int row = 0; row < rows; row++) {
            source.put(row, numbers(row, columns), 2);
        }
        Panels panels = Panels.zeros(columns, rows);

        panels.packTransposed(source);

        float[] read = new float[rows];
        for (int column = 0; column < columns; column++) {
            panels.get(column, read, 0);
            for (int row = 0; row < rows; row++) {
                assertThat(read[row]).isEqualTo(numbers(row, columns)[column + 2]);
            }
        }
    }

    /** Two numbers, and then {@code count} of a row. */
    private static float[] numbers(int row, int count) {
        float[] numbers = new float[count + 2];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = row * 1000 + i + 1;
        }
        return numbers;
    }
}
