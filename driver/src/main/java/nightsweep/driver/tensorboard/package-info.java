/** Event files for TensorBoard: {@link nightsweep.driver.tensorboard.EventFiles}. */
@NullMarked
package nightsweep.driver.tensorboard;

import org.jspecify.annotations.NullMarked;
