package nightsweep.worker.engine.fused.kernel;

/**
 * The pass that moves parameters by their gradients and brings the optimizer's state up to date. Places are multiples
 * of the vector length, {@code to} exclusive.
 */
public interface UpdatePass {

    /** Moves {@code [from, to)} by gradients multiplied by {@link UpdateTerms#factor} and nothing else. */
    void move(ParameterArrays arrays, int from, int to, UpdateTerms terms);

    /** The same with every term: gradients limited, l1, l2 and weight decay. */
    void movePenalised(ParameterArrays arrays, int from, int to, UpdateTerms terms);
}
