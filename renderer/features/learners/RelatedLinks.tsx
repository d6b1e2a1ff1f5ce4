import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'

interface RelatedLinksProps {
  /** Without a page of its own where `to` is null. */
  readonly related: readonly { readonly id: string; readonly name: string; readonly to: string | null }[]
}

/** Learners or groups that belong to what is shown, each a link to itself. */
export function RelatedLinks({ related }: RelatedLinksProps) {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {related.map(({ id, name, to }) => (
        <Box component="li" key={id} sx={{ maxWidth: '100%' }}>
          <Button
            {...(to === null ? { disabled: true } : { component: Link, to })}
            variant="outlined"
            color="inherit"
            sx={{ borderColor: 'divider', maxWidth: '100%', fontWeight: 400, overflowWrap: 'anywhere', textAlign: 'start' }}
          >
            <bdi>{name}</bdi>
          </Button>
        </Box>
      ))}
    </Box>
  )
}
