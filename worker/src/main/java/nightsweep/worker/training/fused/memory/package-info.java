/** Numbers outside the Java heap, aligned for vector instructions. Entry: {@link nightsweep.worker.training.fused.memory.OffHeap}. */
@NullMarked
package nightsweep.worker.training.fused.memory;

import org.jspecify.annotations.NullMarked;
