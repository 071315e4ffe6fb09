package nightsweep.worker.engine.fused.plain;

/** An activation of one unit and its derivative, in the operations of its vector form. */
interface UnitRule {

    /** What value and slope have in common. */
    float core(float x);

    /** The activation. */
    float value(float x, float core);

    /** Its derivative. */
    float slope(float x, float core);
}
