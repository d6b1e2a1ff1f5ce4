const chapter = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}-${String(index + 1).padStart(2, '0')}`)

/** Every entry of the error catalogue: what administrators of the known identity providers run into. */
export const errorIds: readonly string[] = [
  ...chapter('CONN', 22),
  ...chapter('AUTH', 4),
  ...chapter('CRE', 16),
  ...chapter('UPD', 13),
  ...chapter('DEA', 8),
  ...chapter('GRP', 8),
  ...chapter('IMP', 4),
]
