/** Where the palette puts a command; in this order. */
export const commandGroups = ['This screen', 'Go to', 'Connections', 'Theme', 'Help'] as const

/** Something that a reader can have done from wherever the keyboard is. */
export interface Command {
  /** "Stop the list": what it does, and no two at a time the same. */
  readonly name: string
  readonly group: (typeof commandGroups)[number]
  /** The single key that does it, as `KeyboardEvent.key` in lower case. */
  readonly key?: string
  readonly run: () => void
}

/** Gives the commands of a part of the page as they are now. */
type Source = () => readonly Command[]

const sources = new Set<Source>()

/** Offers the commands of a part of the page for as long as it is shown. @returns takes them back */
export function offerCommands(source: Source): () => void {
  sources.add(source)
  return () => void sources.delete(source)
}

/** All commands of the page as it is now, group by group; those of a part come after those of what it is a part of. */
export function listCommands(): Command[] {
  const all = [...sources].reverse().flatMap((source) => source())
  return commandGroups.flatMap((group) => all.filter((command) => command.group === group))
}
