package nightsweep.worker.engine.fused.vector;

import static nightsweep.worker.engine.fused.vector.PanelProduct.ROWS;

import nightsweep.worker.engine.fused.product.Factor;

/** The first factor of a product, laid out as tiles read it: rows four by four, number beside number; the last by themselves. */
final class Strips {
    private float[] array = {};

    /** The numbers, for as long as nothing else is packed. */
    float[] packed(Factor factor, int from, int rows, int inner) {
        if (array.length < rows * inner) {
            array = new float[rows * inner];
        }
        if (factor.transposed()) {
            packColumns(factor, from, rows, inner);
        } else {
            packRows(factor, from, rows, inner);
        }
        return array;
    }

    private void packRows(Factor factor, int from, int rows, int inner) {
        float[] a = factor.array();
        int row = 0;
        for (; row <= rows - ROWS; row += ROWS) {
            int first = (from + row) * factor.stride();
            four(a, first, factor.stride(), array, row * inner, inner);
        }
        for (; row < rows; row++) {
            System.arraycopy(a, (from + row) * factor.stride(), array, row * inner, inner);
        }
    }

    private static void four(float[] a, int first, int stride, float[] strip, int to, int inner) {
        int second = first + stride;
        int third = second + stride;
        int fourth = third + stride;
        for (int k = 0; k < inner; k++) {
            strip[to + k * ROWS] = a[first + k];
            strip[to + k * ROWS + 1] = a[second + k];
            strip[to + k * ROWS + 2] = a[third + k];
            strip[to + k * ROWS + 3] = a[fourth + k];
        }
    }

    private void packColumns(Factor factor, int from, int rows, int inner) {
        float[] a = factor.array();
        int row = 0;
        for (; row <= rows - ROWS; row += ROWS) {
            turned(a, from + row, factor.stride(), array, row * inner, inner);
        }
        for (; row < rows; row++) {
            int read = from + row;
            for (int k = 0; k < inner; k++) {
                array[row * inner + k] = a[read];
                read += factor.stride();
            }
        }
    }

    private static void turned(float[] a, int from, int stride, float[] strip, int to, int inner) {
        int read = from;
        for (int k = 0; k < inner; k++) {
            strip[to + k * ROWS] = a[read];
            strip[to + k * ROWS + 1] = a[read + 1];
            strip[to + k * ROWS + 2] = a[read + 2];
            strip[to + k * ROWS + 3] = a[read + 3];
            read += stride;
        }
    }
}
