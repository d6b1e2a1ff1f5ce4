import CloseIcon from '@mui/icons-material/Close'
import OlderIcon from '@mui/icons-material/KeyboardArrowDown'
import NewerIcon from '@mui/icons-material/KeyboardArrowUp'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import type { ExchangeDetail } from '#contract/exchange.ts'
import { MeaningIcon } from '../../components/MeaningIcon.tsx'
import { StatusChip } from '../../components/StatusChip.tsx'
import { toOutcome } from '../../exchangeOutcome.ts'
import { nameFault } from '../../faultWords.ts'
import { ExchangeCopies } from './ExchangeCopies.tsx'
import { ExchangeFacts } from './ExchangeFacts.tsx'
import { ExchangeLinks } from './ExchangeLinks.tsx'
import type { Neighbours } from './neighbours.ts'

interface ExchangeHeadingProps {
  readonly connection: string
  readonly detail: ExchangeDetail
  /** Where the copied command sends to; undefined while that is not known. */
  readonly origin: string | undefined
  readonly neighbours: Neighbours
  readonly onOpen: (id: number) => void
  readonly onClose: () => void
}

/** The sentence of an exchange with its facts, and what can be done with it. */
export function ExchangeHeading({ connection, detail, origin, neighbours, onOpen, onClose }: ExchangeHeadingProps) {
  const { summary } = detail
  const outcome = toOutcome(summary)
  const { newer, older } = neighbours
  return (
    <Box component="header" sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <Box sx={{ pt: '6px' }}>
          <MeaningIcon meaning={outcome.meaning} label={outcome.word} />
        </Box>
        <Typography variant="h1" component="h2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          <bdi>{summary.sentence}</bdi>
        </Typography>
        <Box sx={{ display: 'flex', flex: 'none' }}>
          <IconButton
            aria-label="Newer request"
            title="Newer"
            disabled={newer === undefined}
            onClick={() => newer !== undefined && onOpen(newer)}
          >
            <NewerIcon fontSize="small" />
          </IconButton>
          <IconButton
            aria-label="Older request"
            title="Older"
            disabled={older === undefined}
            onClick={() => older !== undefined && onOpen(older)}
          >
            <OlderIcon fontSize="small" />
          </IconButton>
          <IconButton aria-label="Close" title="Close (Esc)" onClick={onClose}>
            <CloseIcon fontSize="small" />
          </IconButton>
        </Box>
      </Box>
      <ExchangeFacts detail={detail} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center' }}>
        {summary.fault !== null && <StatusChip meaning="attention">fault on purpose: {nameFault(summary.fault)}</StatusChip>}
        {summary.simulation !== null && <StatusChip meaning="rehearsed">simulated</StatusChip>}
        <ExchangeCopies connection={connection} detail={detail} origin={origin} />
        <ExchangeLinks connection={connection} summary={summary} />
      </Box>
    </Box>
  )
}
