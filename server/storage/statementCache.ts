/** How many shapes keep their statements; a client repeats a few. */
const maxShapes = 50
/** Longer ones are prepared anew each time: a statement takes some ten times the memory of its text, and a long one seldom comes again. */
const maxShapeLength = 4000

/** Keeps the statements of the shapes of queries that were used last; a shape is the text of its SQL. */
export function createStatementCache<Statements>(prepare: (shape: string) => Statements): (shape: string) => Statements {
  const shapes = new Map<string, Statements>()
  return (shape) => {
    if (shape.length > maxShapeLength) return prepare(shape)
    const statements = shapes.get(shape) ?? prepare(shape)
    // The one used last stands last.
    shapes.delete(shape)
    shapes.set(shape, statements)
    const [oldest] = shapes.keys()
    if (shapes.size > maxShapes && oldest !== undefined) shapes.delete(oldest)
    return statements
  }
}
