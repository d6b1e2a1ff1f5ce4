/** A run ended early for a reason that the user can act on; its message is a sentence for the screen. */
export class SimulationFailed extends Error {}
