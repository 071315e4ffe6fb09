/**
 * What the build does itself: packs what is submitted ({@link nightsweep.deploy.ApplicationJar}), and says what it did not
 * test ({@link nightsweep.deploy.Untested}).
 */
@NullMarked
package nightsweep.deploy;

import org.jspecify.annotations.NullMarked;
