package nightsweep.worker.dataset.matlab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;

/** Writes MATLAB 5 files with the library that reads them. */
public final class MatFiles {
    private MatFiles() {}

    /**
     * Six pictures of different sizes in the classes 1, 2 and 10, in the variables {@code Data} and {@code labels}. Of
     * picture {@code i}, which is {@code 2 + i} high and 3 wide, the pixel in row r and column c is 40 i + 3 r + c.
     */
    public static String six(Path file) {
        Cell cells = Mat5.newCell(6, 1);
        Matrix labels = Mat5.newMatrix(6, 1, MatlabType.UInt8);
        int[] classes = {2, 10, 1, 2, 1, 10};
        for (int i = 0; i < 6; i++) {
            cells.set(i, picture(2 + i, 3, 40 * i));
            labels.setInt(i, classes[i]);
        }
        return write(file, cells, labels);
    }

    /** Bytes that count on from {@code first}, row by row. */
    static Matrix picture(int height, int width, int first) {
        Matrix picture = Mat5.newMatrix(height, width, MatlabType.UInt8);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                picture.setInt(row, column, first + row * width + column);
            }
        }
        return picture;
    }

    /** The path of the file. */
    static String write(Path file, Array images, Array labels) {
        try (MatFile all = Mat5.newMatFile()) {
            Mat5.writeToFile(all.addArray("Data", images).addArray("labels", labels), file.toFile());
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
