package nightsweep.worker.dataset.image;

/**
 * The way up that a camera noted: how stored pixels lie in what it saw.
 *
 * @param orientation 1 to 8, as Exif 2.32 numbers them
 */
record Turn(int orientation) {

    /** Whether width and height change places. */
    boolean onItsSide() {
        return orientation > 4;
    }

    /**
     * A plane as the camera saw it.
     *
     * @param plane {@code (height, width)} as stored
     */
    byte[] of(byte[] plane, int width, int height) {
        if (orientation == 1) {
            return plane;
        }
        int seenWidth = onItsSide() ? height : width;
        byte[] seen = new byte[plane.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                seen[row(x, y, width, height) * seenWidth + column(x, y, width, height)] = plane[y * width + x];
            }
        }
        return seen;
    }

    private int row(int x, int y, int width, int height) {
        return switch (orientation) {
            case 3, 4 -> height - 1 - y;
            case 5, 6 -> x;
            case 7, 8 -> width - 1 - x;
            default -> y;
        };
    }

    private int column(int x, int y, int width, int height) {
        return switch (orientation) {
            case 2, 3 -> width - 1 - x;
            case 5, 8 -> y;
            case 6, 7 -> height - 1 - y;
            default -> x;
        };
    }
}
