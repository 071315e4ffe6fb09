package nightsweep.worker.dataset.matlab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import nightsweep.worker.dataset.file.DataFile;
import nightsweep.worker.dataset.source.DataException;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;

/** A MATLAB 5 file with pictures in the cells of one variable and their classes in another. */
record MatlabFile(DataFile file, String images, String labels) {
    /** Of one matrix, which a damaged file may promise more of than it has. */
    private static final int MOST_BYTES = 1 << 28;

    private static final double MOST_OF_HEAP = 0.8;

    /** Both variables, as many of one as of the other. */
    record Variables(Cell images, Matrix labels) {}

    /** Reads both, with all checks but those of single pictures. */
    Variables read() throws DataException {
        return variables(all(file));
    }

    /** Every variable of a file. */
    static MatFile all(DataFile file) throws DataException {
        return file.read(in -> {
            try {
                // Not closed, which would take the values away.
                return Mat5.newReader(Sources.wrapInputStream(in))
                        .setBufferAllocator(new OnHeap())
                        .readMat();
            } catch (IOException e) {
                throw damaged(file, ": " + reason(e));
            } catch (TooLarge | OutOfMemoryError e) {
                throw damaged(file, ": it promises more than memory can hold");
            } catch (RuntimeException e) {
                throw damaged(file, "");
            } catch (StackOverflowError e) {
                throw damaged(file, ": its cells are within cells without end");
            }
        });
    }

    /** The library wraps what it means. */
    private static String reason(IOException e) {
        Throwable inner = e.getCause() == null ? e : e.getCause();
        return inner.getMessage() == null ? inner.toString() : inner.getMessage();
    }

    private static DataException damaged(DataFile file, String reason) {
        return file.fault("it is damaged, or no MATLAB 5 file, which MATLAB writes with save -v7" + reason);
    }

    /** That a file holds more than it may. */
    private static final class TooLarge extends RuntimeException {}

    /** Memory outside of the heap is counted by nobody here. */
    private static final class OnHeap implements BufferAllocator {
        private long held;

        @Override
        public ByteBuffer allocate(int bytes) {
            held += bytes;
            if (bytes > MOST_BYTES || held > MOST_OF_HEAP * Runtime.getRuntime().maxMemory()) {
                throw new TooLarge();
            }
            return ByteBuffer.allocate(bytes).order(Mat5.DEFAULT_ORDER);
        }

        @Override
        public void release(ByteBuffer buffer) {
            held -= buffer.capacity();
        }
    }

    private Variables variables(MatFile all) throws DataException {
        List<String> names = new ArrayList<>();
        all.getEntries().forEach(entry -> names.add(entry.getName()));
        for (String name : List.of(images, labels)) {
            if (!names.contains(name)) {
                throw file.fault("it has no variable " + name + ", but "
                        + (names.isEmpty() ? "none at all" : String.join(", ", names)));
            }
        }
        Array pictures = all.getArray(images);
        Array classes = all.getArray(labels);
        if (!(pictures instanceof Cell cells)) {
            throw file.fault(images + " must be a cell array of pictures, but it is " + kind(pictures));
        }
        if (!(classes instanceof Matrix numbers) || numbers.isComplex()) {
            throw file.fault(labels + " must be an array of numbers, but it is " + kind(classes));
        }
        if (cells.getNumElements() != numbers.getNumElements()) {
            throw file.fault(images + " has " + cells.getNumElements() + " pictures, but " + labels + " has "
                    + numbers.getNumElements() + " classes");
        }
        return new Variables(cells, numbers);
    }

    /** Such as {@code a double of 3x4}. */
    static String kind(Array array) {
        List<String> sizes = new ArrayList<>();
        for (int size : array.getDimensions()) {
            sizes.add(Integer.toString(size));
        }
        return "a " + array.getType() + " of " + String.join("x", sizes);
    }
}
