/** A time that the chart can show: how long, and in stretches of how long. */
export interface DensityWindow {
  readonly label: string
  readonly stretchSeconds: number
  readonly stretches: number
}

/** The shortest is the one of a test that is under way; a day, a week and thirty days are those of a provider that runs by itself. */
export const densityWindows = [
  { label: 'last hour', stretchSeconds: 60, stretches: 60 },
  { label: 'last day', stretchSeconds: 15 * 60, stretches: 96 },
  { label: 'last week', stretchSeconds: 2 * 3600, stretches: 84 },
  { label: 'last 30 days', stretchSeconds: 8 * 3600, stretches: 90 },
] as const satisfies readonly DensityWindow[]
