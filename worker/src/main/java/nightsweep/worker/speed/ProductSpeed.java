package nightsweep.worker.speed;

import java.io.IOException;
import nightsweep.worker.blas.Blas;
import nightsweep.worker.engine.fused.KernelChoice;
import nightsweep.worker.speed.Product.Stored;
import org.bytedeco.javacpp.Loader;

/** How fast one thread of this process multiplies matrices, found out in less than a second each. */
public final class ProductSpeed {
    private static final Product MEASURED = new Product(64, 512, 784, Stored.AS_IT_IS, Stored.AS_IT_IS);

    private ProductSpeed() {}

    /** Numbers that our own engine computes with at a time; 1 where it does without vectors. */
    public static int lanes() {
        return KernelChoice.best().lanes();
    }

    /** Thousand million multiplications and additions a second, by our own engine. */
    public static double own() {
        return MEASURED.operations() / new OwnProduct(MEASURED).nanos();
    }

    /** The same by the linear algebra library that Deeplearning4j uses, which is loaded. */
    public static double ofLibrary() {
        Blas.load();
        return MEASURED.operations() / MEASURED.nanos();
    }

    /** That library's name, version and instructions. */
    public static String library() {
        return Blas.load().describe();
    }

    /** The folder that native libraries are unpacked in, as far as it is known. */
    public static String unpackedIn() {
        try {
            return Loader.getCacheDir().toString();
        } catch (IOException e) {
            return System.getProperty("org.bytedeco.javacpp.cachedir", "~/.javacpp/cache");
        }
    }
}
