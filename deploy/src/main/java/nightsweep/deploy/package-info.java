/** How the build packs what is submitted. Entry: {@link nightsweep.deploy.ApplicationJar}. */
@NullMarked
package nightsweep.deploy;

import org.jspecify.annotations.NullMarked;
