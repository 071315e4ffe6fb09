package nightsweep.worker.training.fused.vector;

import static nightsweep.worker.training.fused.memory.Panels.WIDTH;
import static nightsweep.worker.training.fused.vector.Lanes.COUNT;

import nightsweep.worker.training.fused.memory.Matrix;
import nightsweep.worker.training.fused.memory.Panels;
import nightsweep.worker.training.fused.product.Factor;
import nightsweep.worker.training.fused.product.Listed;
import nightsweep.worker.training.fused.product.MatrixProduct;

/**
 * Products with vectors, a {@linkplain Tiles tile} after another: four rows by two vectors, where a vector is as wide as a panel
 * by four. The first factor is first laid out in strips of four rows.
 */
final class VectorProduct implements MatrixProduct {
    private static final int ROWS = 4;
    private static final boolean WIDE = COUNT == WIDTH;

    /** What a tile of two vectors covers, where a panel is one or more of them. */
    private static final int PAIR = 2 * COUNT;

    private float[] strips = {};

    @Override
    public void into(Factor factor, int from, int rows, Panels panels, Matrix target, int to) {
        pack(factor, from, rows, panels.rows());
        Results results = new Results(target.floats().array(), target.stride(), COUNT, false, 0);
        for (int column = 0; column < panels.paddedColumns(); ) {
            int vectors = vectors(panels, column);
            tiles(vectors, rows, panels, start(panels, column), results, to * target.stride() + column);
            column += vectors * COUNT;
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

    private void all(Factor factor, Panels panels, Panels target, boolean add, float weight) {
        pack(factor, 0, target.rows(), panels.rows());
        Results results = new Results(target.floats().array(), WIDTH, gap(target), add, weight);
        for (int column = 0; column < panels.paddedColumns(); ) {
            int vectors = vectors(panels, column);
            tiles(vectors, target.rows(), panels, start(panels, column), results, start(target, column));
            column += vectors * COUNT;
        }
    }

    /** Where the vector begins that begins with a column. */
    private static int start(Panels panels, int column) {
        return panels.panel(column - column % WIDTH) + column % WIDTH;
    }

    /** From a vector of a row to the next. */
    private static int gap(Panels panels) {
        return WIDE ? WIDTH * panels.rows() : COUNT;
    }

    /** How many vectors the tile has that begins with a column. */
    private static int vectors(Panels panels, int column) {
        if (!WIDE) {
            return 2;
        }
        int left = (panels.paddedColumns() - column) / COUNT;
        return left >= 4 ? 4 : Math.min(left, 2);
    }

    private void tiles(int vectors, int rows, Panels panels, int start, Results results, int to) {
        int gap = gap(panels);
        int row = 0;
        for (; row <= rows - ROWS; row += ROWS) {
            int read = row * panels.rows();
            int write = to + row * results.step();
            switch (vectors) {
                case 4 -> Tiles.fourByFour(strips, read, panels, start, gap, results, write);
                case 2 -> Tiles.fourByTwo(strips, read, panels, start, gap, results, write);
                default -> Tiles.fourByOne(strips, read, panels, start, gap, results, write);
            }
        }
        for (; row < rows; row++) {
            int read = row * panels.rows();
            int write = to + row * results.step();
            switch (vectors) {
                case 4 -> Tiles.oneByFour(strips, read, panels, start, gap, results, write);
                case 2 -> Tiles.oneByTwo(strips, read, panels, start, gap, results, write);
                default -> Tiles.oneByOne(strips, read, panels, start, gap, results, write);
            }
        }
    }

    /** Lays a factor out: rows four by four, in each four numbers after another; the last rows by themselves. */
    private void pack(Factor factor, int from, int rows, int inner) {
        if (strips.length < rows * inner) {
            strips = new float[rows * inner];
        }
        float[] a = factor.array();
        int below = factor.rowStep();
        int row = 0;
        for (; row <= rows - ROWS; row += ROWS) {
            int to = row * inner;
            int read = (from + row) * below;
            for (int k = 0; k < inner; k++) {
                strips[to + k * ROWS] = a[read];
                strips[to + k * ROWS + 1] = a[read + below];
                strips[to + k * ROWS + 2] = a[read + 2 * below];
                strips[to + k * ROWS + 3] = a[read + 3 * below];
                read += factor.columnStep();
            }
        }
        for (; row < rows; row++) {
            int read = (from + row) * below;
            for (int k = 0; k < inner; k++) {
                strips[row * inner + k] = a[read];
                read += factor.columnStep();
            }
        }
    }

    @Override
    public void into(Listed factor, int rows, Panels panels, Matrix target) {
        if (!finite(panels)) {
            into(factor.whole(), 0, rows, panels, target, 0);
            return;
        }
        Results results = new Results(target.floats().array(), target.stride(), WIDTH, false, 0);
        for (int column = 0; column < panels.paddedColumns(); ) {
            int wide = wide(panels, column);
            listed(wide, factor, rows, panels, column, results, column);
            column += wide * WIDTH;
        }
    }

    @Override
    public void into(Listed factor, Panels panels, Panels target) {
        if (finite(panels)) {
            listed(factor, panels, target, false, 0);
        } else {
            into(factor.whole(), panels, target);
        }
    }

    @Override
    public void addTo(Listed factor, Panels panels, Panels target, float weight) {
        if (finite(panels)) {
            listed(factor, panels, target, true, weight);
        } else {
            addTo(factor.whole(), panels, target, weight);
        }
    }

    private static void listed(Listed factor, Panels panels, Panels target, boolean add, float weight) {
        Results results = new Results(target.floats().array(), WIDTH, WIDTH * target.rows(), add, weight);
        for (int column = 0; column < panels.paddedColumns(); ) {
            int wide = wide(panels, column);
            listed(wide, factor, target.rows(), panels, column, results, target.panel(column));
            column += wide * WIDTH;
        }
    }

    /** Where a number is not finite, what it is multiplied by counts, be it zero. */
    private static boolean finite(Panels panels) {
        return ListedTiles.finite(
                panels.floats().array(), panels.floats().start(), Panels.size(panels.rows(), panels.columns()));
    }

    /** How many panels a list goes through at once: four, where there are as many. */
    private static int wide(Panels panels, int column) {
        return COUNT >= WIDTH / 2 && panels.paddedColumns() - column >= 4 * WIDTH ? 4 : 1;
    }

    private static void listed(int wide, Listed factor, int rows, Panels panels, int column, Results results, int to) {
        int start = panels.panel(column);
        int gap = WIDTH * panels.rows();
        Results within = new Results(results.array(), results.step(), COUNT, results.add(), results.weight());
        for (int row = 0; row < rows; row++) {
            int write = to + row * results.step();
            if (wide == 4 && WIDE) {
                ListedTiles.byFour(factor, row, panels, start, gap, results, write);
            } else if (wide == 4) {
                ListedTiles.byEight(factor, row, panels, start, gap, results, write);
            } else if (WIDE) {
                ListedTiles.byOne(factor, row, panels, start, gap, results, write);
            } else {
                for (int place = 0; place < WIDTH; place += PAIR) {
                    ListedTiles.byTwo(factor, row, panels, start + place, COUNT, within, write + place);
                }
            }
        }
    }
}
