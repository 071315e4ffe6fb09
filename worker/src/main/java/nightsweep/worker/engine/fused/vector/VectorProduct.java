package nightsweep.worker.engine.fused.vector;

import java.lang.invoke.MethodHandles;
import nightsweep.worker.engine.fused.kernel.Specialised;
import nightsweep.worker.engine.fused.memory.Floats;
import nightsweep.worker.engine.fused.memory.Matrix;
import nightsweep.worker.engine.fused.memory.Panels;
import nightsweep.worker.engine.fused.product.Factor;
import nightsweep.worker.engine.fused.product.Listed;
import nightsweep.worker.engine.fused.product.MatrixProduct;

/** Products with vectors, a panel after another: of all numbers by {@link Tiles}, of listed ones by {@link ListedTiles}. */
final class VectorProduct implements MatrixProduct {
    private final Strips strips = new Strips();
    private final ListedTiles lists = new ListedTiles();

    @Override
    public void into(Factor factor, int from, int rows, Panels panels, Matrix target, int to) {
        float[] packed = strips.packed(factor, from, rows, panels.rows());
        Results results = Results.in(target.floats().array(), target.stride());
        for (int column = 0; column < panels.paddedColumns(); column += Panels.WIDTH) {
            tiles(panels.width(column))
                    .into(
                            packed,
                            rows,
                            panels.floats().array(),
                            panels.panel(column),
                            panels.rows(),
                            results,
                            to * target.stride() + column);
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
        float[] packed = strips.packed(factor, 0, target.rows(), panels.rows());
        for (int column = 0; column < panels.paddedColumns(); column += Panels.WIDTH) {
            int width = panels.width(column);
            tiles(width)
                    .into(
                            packed,
                            target.rows(),
                            panels.floats().array(),
                            panels.panel(column),
                            panels.rows(),
                            new Results(target.floats().array(), width, add, weight, false),
                            target.panel(column));
        }
    }

    @Override
    public void into(Listed factor, int rows, Panels panels, Matrix target) {
        if (!finite(panels)) {
            into(factor.whole(), 0, rows, panels, target, 0);
            return;
        }
        Results results = Results.in(target.floats().array(), target.stride());
        for (int column = 0; column < panels.paddedColumns(); column += Panels.WIDTH) {
            lists.into(factor, rows, panels, column, results, column);
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

    private void listed(Listed factor, Panels panels, Panels target, boolean add, float weight) {
        for (int column = 0; column < panels.paddedColumns(); column += Panels.WIDTH) {
            Results results = new Results(target.floats().array(), target.width(column), add, weight, false);
            lists.into(factor, target.rows(), panels, column, results, target.panel(column));
        }
    }

    /** Where a number is not finite, what it is multiplied by counts, be it zero. */
    private static boolean finite(Panels panels) {
        return ListedTiles.finite(
                panels.floats().array(), panels.floats().start(), Panels.size(panels.rows(), panels.columns()));
    }

    private static PanelProduct tiles(int width) {
        return switch (width / Floats.LANES) {
            case 1 -> OneWide.TILES;
            case 2 -> TwoWide.TILES;
            case 3 -> ThreeWide.TILES;
            default -> Wide.TILES;
        };
    }

    private static PanelProduct copy(int width) {
        return Specialised.copy(MethodHandles.lookup(), PanelProduct.class, "Tiles", width);
    }

    // Holders, so that only what is used is loaded and compiled.
    private static final class OneWide {
        static final PanelProduct TILES = copy(Floats.LANES);
    }

    private static final class TwoWide {
        static final PanelProduct TILES = copy(2 * Floats.LANES);
    }

    private static final class ThreeWide {
        static final PanelProduct TILES = copy(3 * Floats.LANES);
    }

    private static final class Wide {
        static final PanelProduct TILES = copy(Panels.WIDTH);
    }
}
