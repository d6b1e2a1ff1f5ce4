/** How many shapes keep their statements; a client repeats a few. */
const maxShapes = 50

/** Keeps the statements of the shapes of queries that were used last; a shape is the text of its SQL. */
export function createStatementCache<Statements>(prepare: (shape: string) => Statements): (shape: string) => Statements {
  const shapes = new Map<string, Statements>()
  return (shape) => {
    const statements = shapes.get(shape) ?? prepare(shape)
    // The one used last stands last.
    shapes.delete(shape)
    shapes.set(shape, statements)
    const [oldest] = shapes.keys()
    if (shapes.size > maxShapes && oldest !== undefined) shapes.delete(oldest)
    return statements
  }
}
