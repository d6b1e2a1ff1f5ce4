/** Chance that can be repeated: the same seed gives the same choices. */
export interface Random {
  /** A whole number from 0 to below `end`. */
  readonly below: (end: number) => number
  /** True in `share` of all cases, from 0 to 1. */
  readonly chance: (share: number) => boolean
  readonly pick: <T>(list: readonly [T, ...T[]]) => T
  /** Between `least` and `most` of what `make` makes. */
  readonly list: <T>(least: number, most: number, make: () => T) => T[]
}

/** @param seed any whole number; a request is made from the seed of its run and its own number alone */
export function createRandom(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 0
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    below,
    chance: (share) => next() < share,
    // The index is within the list, which is not empty.
    pick: (list) => list[below(list.length)] ?? list[0],
    list: (least, most, make) => Array.from({ length: least + below(most - least + 1) }, make),
  }
}
