/** Files of any Hadoop file system as streams of bytes. Entry: {@link nightsweep.worker.dataset.file.DataFile}. */
@NullMarked
package nightsweep.worker.dataset.file;

import org.jspecify.annotations.NullMarked;
