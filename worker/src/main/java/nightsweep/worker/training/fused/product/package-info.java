/** Matrix products. Entry: {@link nightsweep.worker.training.fused.product.MatrixProduct}. */
@NullMarked
package nightsweep.worker.training.fused.product;

import org.jspecify.annotations.NullMarked;
