import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type Claim, toText } from '#contract/guides/guide.ts'
import { ClaimText } from './ClaimText.tsx'

/** Claims that stand in no order; a single one is a sentence. */
export function ClaimList({ claims }: { readonly claims: readonly Claim[] }) {
  const [first, second] = claims
  if (first === undefined) return null
  if (second === undefined) {
    return (
      <Typography>
        <ClaimText claim={first} />
      </Typography>
    )
  }
  return (
    <Box
      component="ul"
      sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.75, lineHeight: 1.4, '& li::marker': { color: 'text.secondary' } }}
    >
      {claims.map((claim) => (
        <li key={toText(claim)}>
          <ClaimText claim={claim} />
        </li>
      ))}
    </Box>
  )
}
