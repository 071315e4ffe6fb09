package nightsweep.worker.engine.fused.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;

/**
 * Copies of a loop class, each with one function of its own. The JIT compiler keeps vectors in registers only where it
 * can inline everything in a loop; a loop shared by many functions would call them through an interface and put every
 * vector on the heap. A copy is loaded as a hidden class whose function is a constant.
 */
public final class Specialised {
    private Specialised() {}

    /**
     * A copy of a class, which must have a constructor without arguments and may take its function with {@link #function}.
     * The class itself is never initialised.
     *
     * @param at of a class of the loop's package
     * @param type what the loop implements
     */
    public static <T> T copy(MethodHandles.Lookup at, Class<T> type, String loop, Object function) {
        try (InputStream code = at.lookupClass().getResourceAsStream(loop + ".class")) {
            byte[] bytes = Objects.requireNonNull(code, loop).readAllBytes();
            MethodHandles.Lookup copy = at.defineHiddenClassWithClassData(bytes, function, true);
            Object made = copy.findConstructor(copy.lookupClass(), MethodType.methodType(void.class))
                    .invoke();
            return type.cast(made);
        } catch (IOException | RuntimeException | Error e) {
            throw new IllegalStateException("Cannot make a copy of " + loop + ".", e);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** The function of the copy whose lookup is {@code copy}. */
    public static <T> T function(MethodHandles.Lookup copy, Class<T> type) {
        try {
            return Objects.requireNonNull(MethodHandles.classData(copy, "_", type));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
