import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { UseMutationResult } from '@tanstack/react-query'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { ContextProp, ItemProps, ListProps } from 'react-virtuoso'
import type { ConsoleError } from '../../service.ts'
import type { ListRow } from './foldLookUps.ts'
import { cursorMoved } from './monitorStore.ts'
import { RowSkeletons } from './RowSkeletons.tsx'

/** What the parts of the list need to know. */
export interface ListContext {
  /** Of the rows that are read. */
  readonly rowCount: number
  readonly openId: number | undefined
  readonly cursorId: number | null
  readonly reasons: ReadonlyMap<string, string>
  readonly hasMore: boolean
  readonly older: UseMutationResult<void, ConsoleError, void>
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onClick: (event: MouseEvent) => void
}

const toRowId = (id: number) => `exchange-${id}`

function List({ context, children, style, ref, ...rest }: ListProps<HTMLDivElement> & ContextProp<ListContext>) {
  return (
    <Box
      {...rest}
      ref={ref}
      style={style}
      role="listbox"
      aria-label="Requests, newest first"
      tabIndex={0}
      {...(context.cursorId === null ? {} : { 'aria-activedescendant': toRowId(context.cursorId) })}
      onKeyDown={context.onKeyDown}
      onClick={context.onClick}
      onBlur={() => cursorMoved(null)}
      sx={{ outlineOffset: '-2px !important' }}
    >
      {children}
    </Box>
  )
}

function Item({ item, context, children, ...rest }: ItemProps<ListRow> & ContextProp<ListContext>) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox keeps the focus and names the active row; a row would lose it by scrolling away
    <div
      {...rest}
      id={toRowId(item.exchange.id)}
      data-exchange={item.exchange.id}
      role="option"
      aria-selected={item.exchange.id === context.openId}
      aria-posinset={rest['data-index'] + 1}
      aria-setsize={context.hasMore ? -1 : context.rowCount}
    >
      {children}
    </div>
  )
}

function Footer({ context }: ContextProp<ListContext>) {
  const { older, hasMore } = context
  if (older.error) {
    return (
      <Box role="alert" sx={{ p: 2, display: 'flex', gap: 2, alignItems: 'center', justifyContent: 'center' }}>
        <Typography variant="body2">Older requests could not be read: {older.error.message}</Typography>
        <Button onClick={() => older.mutate()}>Try again</Button>
      </Box>
    )
  }
  if (hasMore) return <RowSkeletons count={2} />
  return (
    <Typography variant="caption" component="p" sx={{ m: 0, p: 2, textAlign: 'center', color: 'text.secondary' }}>
      These are all.
    </Typography>
  )
}

/** The parts of the virtual list; a constant, since a new component would mount every row anew. */
export const listParts = { List, Item, Footer }
