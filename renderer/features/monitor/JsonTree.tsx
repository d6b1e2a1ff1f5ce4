import Box from '@mui/material/Box'
import { JsonView } from 'react-json-view-lite'

interface JsonTreeProps {
  readonly value: object
  readonly label: string
  /** Only the outer levels stand open. */
  readonly isLarge: boolean
}

const classes = {
  container: 'json',
  basicChildStyle: 'child',
  childFieldsContainer: 'children',
  label: 'label',
  clickableLabel: 'label clickable',
  nullValue: 'word',
  undefinedValue: 'word',
  booleanValue: 'word',
  numberValue: 'number',
  stringValue: 'string',
  otherValue: 'string',
  punctuation: 'mark',
  expandIcon: 'icon closed',
  collapseIcon: 'icon opened',
  collapsedContent: 'more',
  quotesForFieldNames: false,
  noQuotesForStringValues: false,
  stringifyStringValues: true,
  ariaLables: { collapseJson: 'Collapse', expandJson: 'Expand' },
}

/** JSON as a tree: arrow keys move through it, every level can be closed. */
export function JsonTree({ value, label, isLarge }: JsonTreeProps) {
  return (
    <Box
      sx={{
        p: 1.5,
        maxHeight: 480,
        overflow: 'auto',
        '& .json': { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
        '& .child': { m: 0, paddingInlineStart: '14px' },
        '& .children': { m: 0, p: 0, listStyle: 'none' },
        '& .label': { color: 'text.secondary', marginInlineEnd: '6px' },
        '& .clickable, & .icon, & .more': { cursor: 'pointer' },
        '& .string': { color: 'success.main' },
        '& .number': { color: 'info.main' },
        '& .word': { color: 'warning.main' },
        '& .mark': { color: 'text.secondary' },
        '& .icon': {
          display: 'inline-block',
          width: 14,
          marginInlineStart: '-14px',
          color: 'text.secondary',
          userSelect: 'none',
        },
        '& .closed::after': { content: '"▸"' },
        '& .opened::after': { content: '"▾"' },
        '& .more::after': { content: '"…"', px: 0.5 },
      }}
    >
      <JsonView
        data={value}
        style={classes}
        aria-label={label}
        clickToExpandNode
        shouldExpandNode={(level) => (isLarge ? level < 2 : level < 6)}
      />
    </Box>
  )
}
