import Typography from '@mui/material/Typography'
import type { Guide } from '#contract/guides/guide.ts'

/** What the whole guide rests on, where that is not the provider's documents. */
export function Basis({ guide: { basis } }: { readonly guide: Guide }) {
  if (basis === undefined) return null
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {basis.about}
    </Typography>
  )
}
