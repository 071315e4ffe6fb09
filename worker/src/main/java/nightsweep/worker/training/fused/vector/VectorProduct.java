package nightsweep.worker.training.fused.vector;

import static nightsweep.worker.training.fused.vector.Lanes.COUNT;

import nightsweep.worker.training.fused.memory.Matrix;
import nightsweep.worker.training.fused.memory.Panels;
import nightsweep.worker.training.fused.product.Factor;
import nightsweep.worker.training.fused.product.Listed;
import nightsweep.worker.training.fused.product.MatrixProduct;
import nightsweep.worker.training.fused.vector.Tiles.Results;

/** Products with vectors: panel by panel, and in each a {@linkplain Tiles tile} after another. */
final class VectorProduct implements MatrixProduct {
    private static final int TILE_ROWS = 4;

    /** Vectors side by side: with four rows, as many sums as half of the processor's registers hold. */
    private static final int TILE_VECTORS = COUNT >= 16 ? 4 : 2;

    @Override
    public void into(Factor factor, int from, int rows, Panels panels, Matrix target, int to) {
        Results results = new Results(target.floats().array(), target.stride(), false, 0);
        for (int column = 0; column < panels.paddedColumns(); column += Panels.WIDTH) {
            panel(factor, from * factor.rowStep(), rows, panels, column, results, to * target.stride() + column);
        }
    }

    @Override
    public void into(Factor factor, Panels panels, Panels target) {
        all(factor, panels, target, false, 0);
    }

    @Override
    public void addTo(Factor factor, Panels panels, Panels target, float weight) {
        all(factor, panels, target, true, weight);
    }

    private static void all(Factor factor, Panels panels, Panels target, boolean add, float weight) {
        for (int column = 0; column < panels.paddedColumns(); column += Panels.WIDTH) {
            Results results = new Results(target.floats().array(), target.width(column), add, weight);
            panel(factor, 0, target.rows(), panels, column, results, target.panel(column));
        }
    }

    @Override
    public void into(Listed factor, int rows, Panels panels, Matrix target) {
        Results results = new Results(target.floats().array(), target.stride(), false, 0);
        for (int column = 0; column < panels.paddedColumns(); column += Panels.WIDTH) {
            panel(factor, rows, panels, column, results, column);
        }
    }

    @Override
    public void into(Listed factor, Panels panels, Panels target) {
        all(factor, panels, target, false, 0);
    }

    @Override
    public void addTo(Listed factor, Panels panels, Panels target, float weight) {
        all(factor, panels, target, true, weight);
    }

    private static void all(Listed factor, Panels panels, Panels target, boolean add, float weight) {
        for (int column = 0; column < panels.paddedColumns(); column += Panels.WIDTH) {
            Results results = new Results(target.floats().array(), target.width(column), add, weight);
            panel(factor, target.rows(), panels, column, results, target.panel(column));
        }
    }

    /** Where a number is not finite, what it is multiplied by counts, be it zero. */
    private static void panel(Listed factor, int rows, Panels panels, int column, Results results, int to) {
        int width = panels.width(column);
        if (!ListedTiles.finite(panels.floats().array(), panels.panel(column), width * panels.rows())) {
            panel(factor.whole(), 0, rows, panels, column, results, to);
            return;
        }
        int place = 0;
        while (place < width) {
            int vectors = vectors((width - place) / COUNT);
            int start = panels.panel(column) + place;
            for (int row = 0; row < rows; row++) {
                int write = to + place + row * results.step();
                switch (vectors) {
                    case 4 -> ListedTiles.byFour(factor, row, panels, start, width, results, write);
                    case 2 -> ListedTiles.byTwo(factor, row, panels, start, width, results, write);
                    default -> ListedTiles.byOne(factor, row, panels, start, width, results, write);
                }
            }
            place += vectors * COUNT;
        }
    }

    private static void panel(Factor factor, int from, int rows, Panels panels, int column, Results results, int to) {
        int width = panels.width(column);
        int place = 0;
        while (place < width) {
            int vectors = vectors((width - place) / COUNT);
            column(vectors, factor, from, rows, panels, panels.panel(column) + place, width, results, to + place);
            place += vectors * COUNT;
        }
    }

    /** How many vectors the next tile has where so many are left. */
    private static int vectors(int left) {
        return left >= TILE_VECTORS ? TILE_VECTORS : Math.min(left, 2);
    }

    private static void column(
            int vectors,
            Factor factor,
            int from,
            int rows,
            Panels panels,
            int start,
            int width,
            Results results,
            int to) {
        int row = 0;
        for (; row <= rows - TILE_ROWS; row += TILE_ROWS) {
            int read = from + row * factor.rowStep();
            int write = to + row * results.step();
            switch (vectors) {
                case 4 -> Tiles.fourByFour(factor, read, panels, start, width, results, write);
                case 2 -> Tiles.fourByTwo(factor, read, panels, start, width, results, write);
                default -> Tiles.fourByOne(factor, read, panels, start, width, results, write);
            }
        }
        for (; row < rows; row++) {
            int read = from + row * factor.rowStep();
            int write = to + row * results.step();
            switch (vectors) {
                case 4 -> Tiles.oneByFour(factor, read, panels, start, width, results, write);
                case 2 -> Tiles.oneByTwo(factor, read, panels, start, width, results, write);
                default -> Tiles.oneByOne(factor, read, panels, start, width, results, write);
            }
        }
    }
}
