/** Text that a person wrote as YAML: where each thing stands, what is wrong with it, and what was meant. Entry: {@link nightsweep.experiments.yaml.TreeReader}. */
@NullMarked
package nightsweep.experiments.yaml;

import org.jspecify.annotations.NullMarked;
