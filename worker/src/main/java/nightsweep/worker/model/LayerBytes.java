package nightsweep.worker.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nightsweep.worker.engine.LayerParameters;
import nightsweep.worker.engine.Tensor;

/**
 * The numbers of a layer as bytes. Of weights and biases the sizes and then the numbers; of others the number of
 * tensors below zero, and then of each its name, whether it is learned, its sizes and its numbers.
 */
final class LayerBytes {
    private LayerBytes() {}

    static int size(LayerParameters layer) {
        int size = layer.weighted() ? 2 * Integer.BYTES : Integer.BYTES;
        for (Tensor tensor : layer.tensors()) {
            int numbers = Math.multiplyExact(Float.BYTES, tensor.values().length);
            int head = layer.weighted() ? 0 : 4 * Integer.BYTES + name(tensor).length;
            size = Math.addExact(size, Math.addExact(numbers, head));
        }
        return size;
    }

    static void put(LayerParameters layer, ByteBuffer out) {
        if (layer.weighted()) {
            out.putInt(layer.inputs()).putInt(layer.units());
        } else {
            out.putInt(-layer.tensors().size());
        }
        for (Tensor tensor : layer.tensors()) {
            if (!layer.weighted()) {
                out.putInt(name(tensor).length).put(name(tensor)).putInt(tensor.learned() ? 1 : 0);
                out.putInt(tensor.rows()).putInt(tensor.columns());
            }
            out.asFloatBuffer().put(tensor.values());
            out.position(out.position() + Float.BYTES * tensor.values().length);
        }
    }

    static LayerParameters take(ByteBuffer in) {
        int first = in.getInt();
        if (first >= 0) {
            int units = in.getInt();
            return new LayerParameters(first, units, floats(in, first * units), floats(in, units));
        }
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < -first; i++) {
            byte[] name = new byte[in.getInt()];
            in.get(name);
            boolean learned = in.getInt() == 1;
            int rows = in.getInt();
            int columns = in.getInt();
            String text = new String(name, StandardCharsets.UTF_8);
            tensors.add(new Tensor(text, rows, columns, floats(in, rows * columns), learned));
        }
        return new LayerParameters(tensors);
    }

    private static byte[] name(Tensor tensor) {
        return tensor.name().getBytes(StandardCharsets.UTF_8);
    }

    private static float[] floats(ByteBuffer in, int count) {
        float[] numbers = new float[count];
        in.asFloatBuffer().get(numbers);
        in.position(in.position() + Float.BYTES * count);
        return numbers;
    }
}
