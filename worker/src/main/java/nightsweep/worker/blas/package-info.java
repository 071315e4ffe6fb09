/** The linear algebra library: found, made single-threaded and reproducible, and told apart. Entry: {@link nightsweep.worker.blas.Blas}. */
@NullMarked
package nightsweep.worker.blas;

import org.jspecify.annotations.NullMarked;
