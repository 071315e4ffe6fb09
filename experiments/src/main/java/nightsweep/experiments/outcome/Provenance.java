package nightsweep.experiments.outcome;

/**
 * Where a figure comes from.
 *
 * @param codeRevision the product's version and, where it is known, the commit it was built from
 * @param dataChecksum of the decoded examples, as they were trained on
 * @param engine what trained it, such as {@code dl4j}
 * @param jvm name and version
 * @param os name, version and architecture
 * @param cpu the processor's model name
 * @param blas the linear algebra library, its version and the kernel that it chose; empty where the engine has none
 */
public record Provenance(
        String codeRevision,
        long sweepSeed,
        long trialSeed,
        String dataChecksum,
        String engine,
        String jvm,
        String os,
        String cpu,
        String blas,
        String dl4j,
        String spark,
        String hadoop) {}
