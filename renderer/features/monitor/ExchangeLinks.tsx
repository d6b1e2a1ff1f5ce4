import Button from '@mui/material/Button'
import { Link } from 'react-router'
import type { ExchangeSummary } from '#contract/exchange.ts'
import { toResourcePath } from '../../resourcePath.ts'

interface ExchangeLinksProps {
  readonly connection: string
  readonly summary: Pick<ExchangeSummary, 'id' | 'resourceId' | 'resourceType'>
}

/** The ways from an exchange to the learner or group that it was about, and to its other requests. */
export function ExchangeLinks({ connection, summary: { id, resourceId, resourceType } }: ExchangeLinksProps) {
  if (resourceId === null) return null
  const to = toResourcePath(connection, { id: resourceId, resourceType })
  const noun = resourceType === 'Group' ? 'group' : 'learner'
  const look = { variant: 'outlined', color: 'inherit', sx: { borderColor: 'divider' } } as const
  return (
    <>
      {to !== null && (
        <Button component={Link} to={to} {...look}>
          Open the {noun}
        </Button>
      )}
      <Button
        component={Link}
        to={`/${connection}/activity/${id}?${new URLSearchParams({ resourceId })}`}
        title={`All requests about this ${noun}`}
        {...look}
      >
        Its requests
      </Button>
    </>
  )
}
