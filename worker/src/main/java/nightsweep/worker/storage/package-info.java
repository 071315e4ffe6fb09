/** Files on a Hadoop file system that are there whole or not at all. Entry: {@link nightsweep.worker.storage.WholeFiles}. */
@NullMarked
package nightsweep.worker.storage;

import org.jspecify.annotations.NullMarked;
