/**
 * Finds the resources that refer to each other in a circle (RFC 7644 §3.7.1), by Tarjan's algorithm.
 *
 * @param references which names each name refers to; those that are no key are left out
 * @returns the circles; one that refers to another stands behind it
 */
export function findCycles(references: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = []
  const indexes = new Map<string, number>()
  const path: string[] = []
  const onPath = new Set<string>()

  const visit = (name: string): number => {
    const index = indexes.size
    indexes.set(name, index)
    path.push(name)
    onPath.add(name)
    let low = index
    for (const other of references.get(name) ?? []) {
      if (!references.has(other)) continue
      if (!indexes.has(other)) low = Math.min(low, visit(other))
      else if (onPath.has(other)) low = Math.min(low, indexes.get(other) ?? low)
    }
    if (low === index) {
      const circle = path.splice(path.indexOf(name))
      for (const one of circle) onPath.delete(one)
      const isCircle = circle.length > 1 || references.get(name)?.includes(name)
      if (isCircle) cycles.push(circle)
    }
    return low
  }

  for (const name of references.keys()) if (!indexes.has(name)) visit(name)
  return cycles
}
