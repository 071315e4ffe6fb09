package nightsweep.driver.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;

/** Small data of three classes in every form that models are trained on, and in forms that do not fit. */
final class ModelData {
    static final int TRAIN = 60;
    static final int TEST = 30;
    private static final int SIDE = 8;
    private static final String[] KINDS = {"x", "y", "z"};
    private static final String[] ANIMALS = {"ant", "bee", "cow"};

    private final Path folder;
    private final double[][] numbers = new double[TRAIN + TEST][3];
    private final byte[][] pictures = new byte[TRAIN + TEST][SIDE * SIDE];

    ModelData(Path folder) throws IOException {
        this.folder = folder;
        Random random = new Random(7);
        for (int row = 0; row < TRAIN + TEST; row++) {
            int kind = row % 3;
            for (int column = 0; column < 3; column++) {
                numbers[row][column] = random.nextInt(1_000) / 1_000.0 + (column == kind ? 2 : 0);
            }
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                boolean bright = pixel / (SIDE * SIDE / 3 + 1) == kind;
                pictures[row][pixel] = (byte) (random.nextInt(60) + (bright ? 150 : 0));
            }
        }
        tables();
        pictures();
        matlab();
    }

    static String kind(int row) {
        return KINDS[row % 3];
    }

    private void tables() throws IOException {
        table("train.csv", "a,b,kind,c", 0, TRAIN, row -> a(row) + "," + b(row) + "," + kind(row) + "," + c(row));
        table("same.csv", "a,b,c", TRAIN, TEST, row -> a(row) + "," + b(row) + "," + c(row));
        table("bare.csv", "", TRAIN, TEST, row -> a(row) + "," + b(row) + "," + c(row));
        table("swapped.csv", "c,a,b", TRAIN, TEST, row -> c(row) + "," + a(row) + "," + b(row));
        table("labelled.csv", "kind;c;b;a", TRAIN, TEST, row -> kind(row) + ";" + c(row) + ";" + b(row) + ";" + a(row));
        table("other.csv", "a,b,weight", TRAIN, TEST, row -> a(row) + "," + b(row) + "," + c(row));
        table("more.csv", "a,b,c,id", TRAIN, TEST, row -> a(row) + "," + b(row) + "," + c(row) + "," + row);
        table("twice.csv", "a,b,b", TRAIN, TEST, row -> a(row) + "," + b(row) + "," + b(row));
        table("fox.csv", "a,b,c,kind", TRAIN, TEST, row -> a(row) + "," + b(row) + "," + c(row) + ",fox");
        table("times.csv", "", 0, TRAIN, row -> kind(row) + "," + time(row) + "," + b(row) + "," + c(row));
        table("times-same.csv", "", TRAIN, TEST, row -> time(row) + "," + b(row) + "," + c(row));
        table("times-labelled.csv", "", TRAIN, TEST, row -> kind(row) + "," + time(row) + "," + b(row) + "," + c(row));
        table("pixels.csv", "", TRAIN, TEST, this::pixels);
        table("pixels-labelled.csv", labelledHeading(), TRAIN, TEST, row -> pixels(row) + "," + (row % 3));
        table("shares.csv", "", TRAIN, TEST, row -> pixels(row).replaceAll("[0-9]+", "0.5"));
    }

    private static String labelledHeading() {
        return IntStream.range(0, SIDE * SIDE).mapToObj(i -> "p" + i).collect(Collectors.joining(",")) + ",label";
    }

    private String pixels(int row) {
        return IntStream.range(0, SIDE * SIDE)
                .mapToObj(i -> String.valueOf(pictures[row][i] & 0xff))
                .collect(Collectors.joining(","));
    }

    /** Whose classes lie within seconds of each other, long after 1970. */
    private String time(int row) {
        return String.valueOf(1_700_000_000L + Math.round(numbers[row][0] * 10));
    }

    private String a(int row) {
        return String.valueOf(numbers[row][0]);
    }

    private String b(int row) {
        return String.valueOf(numbers[row][1]);
    }

    private String c(int row) {
        return String.valueOf(numbers[row][2]);
    }

    private void table(String name, String heading, int from, int count, IntFunction<String> line) throws IOException {
        String rows = IntStream.range(from, from + count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(folder.resolve(name), heading.isEmpty() ? rows : heading + "\n" + rows);
    }

    private void pictures() throws IOException {
        for (int row = 0; row < TRAIN + TEST; row++) {
            BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setDataElements(0, 0, SIDE, SIDE, pictures[row]);
            String part = row < TRAIN ? "photos/train/" : "photos/test/";
            put(image, part + ANIMALS[row % 3], row);
            if (row >= TRAIN) {
                put(image, "flat", row);
                put(image, "foxes/fox", row);
                if (row % 3 == 1) {
                    put(image, "bees/bee", row);
                }
            }
        }
    }

    private void put(BufferedImage image, String place, int row) throws IOException {
        Path where = Files.createDirectories(folder.resolve(place));
        ImageIO.write(image, "png", where.resolve(row + ".png").toFile());
    }

    private void matlab() throws IOException {
        Cell cells = Mat5.newCell(TRAIN + TEST, 1);
        Matrix labels = Mat5.newMatrix(TRAIN + TEST, 1, MatlabType.UInt8);
        for (int row = 0; row < TRAIN + TEST; row++) {
            Matrix picture = Mat5.newMatrix(SIDE, SIDE, MatlabType.UInt8);
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                picture.setInt(pixel / SIDE, pixel % SIDE, pictures[row][pixel] & 0xff);
            }
            cells.set(row, picture);
            labels.setInt(row, row % 3);
        }
        try (MatFile all = Mat5.newMatFile()) {
            Mat5.writeToFile(
                    all.addArray("images", cells).addArray("labels", labels),
                    folder.resolve("pictures.mat").toFile());
        }
    }
}
