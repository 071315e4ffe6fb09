package nightsweep.worker.blas;

import com.sun.jna.NativeLibrary;
import org.bytedeco.javacpp.Loader;

/**
 * The environment that native libraries read while they are loaded. Java cannot change a process's own, so libc is asked
 * to; only on Linux, whose libraries need it.
 */
final class NativeEnvironment {
    private NativeEnvironment() {}

    /** Whether it can be changed here. */
    static boolean changeable() {
        return Loader.getPlatform().startsWith("linux");
    }

    /** Sets a variable for every library that is loaded from now on; does nothing where that cannot be done. */
    static void set(String name, String value) {
        if (changeable()) {
            NativeLibrary.getProcess().getFunction("setenv").invokeInt(new Object[] {name, value, 1});
        }
    }
}
