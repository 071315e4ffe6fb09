/** Matrix products. Entry: {@link nightsweep.worker.engine.fused.product.MatrixProduct}. */
@NullMarked
package nightsweep.worker.engine.fused.product;

import org.jspecify.annotations.NullMarked;
