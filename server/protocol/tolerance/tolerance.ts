/** A rule of the RFC that is bent for a provider's habit. */
export interface Tolerance {
  /** Short and stable, such as `string-boolean`: settings name it. */
  readonly name: string
  /** What is sent, against which rule, as one sentence for the monitor. */
  readonly reason: string
  /** Who sends it. */
  readonly source: string
  /** True where the rule holds until a setting of the connection bends it. */
  readonly comesOff?: boolean
}

/** What the code that reads a request asks before it bends a rule. */
export interface Tolerances {
  /** True where the rule may be bent, and then notes that it was; false in strict mode. */
  readonly use: (tolerance: Tolerance) => boolean
}
