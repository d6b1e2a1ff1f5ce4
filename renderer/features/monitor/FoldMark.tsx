import Box from '@mui/material/Box'
import { visuallyHidden } from '../../components/visuallyHidden.ts'
import { formatCount } from '../../format.ts'
import type { Fold } from './foldLookUps.ts'

/** How many look-ups stand under a write. The list takes the click, and the arrow keys do the same; a row holds no control of its own. */
export function FoldMark({ fold }: { readonly fold: Fold }) {
  return (
    <span className="fold" data-fold>
      <span aria-hidden>{fold.isExpanded ? '▾ ' : '▸ '}</span>
      {toText(fold)}
      <Box component="span" sx={visuallyHidden}>
        {fold.isExpanded ? ', shown below; arrow left folds.' : ', folded; arrow right shows.'}
      </Box>
    </span>
  )
}

function toText({ beforeCount, afterCount }: Fold): string {
  const place = afterCount === 0 ? 'before' : beforeCount === 0 ? 'after' : 'around'
  return `${formatCount(beforeCount + afterCount, 'look-up')} ${place} it`
}
