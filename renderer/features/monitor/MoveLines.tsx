import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { Fragment } from 'react'
import { Link } from 'react-router'
import type { Change, ExchangeSummary } from '#contract/exchange.ts'
import type { Member, Moves } from '#contract/member.ts'
import { ChangeRow } from '../../ChangeRow.tsx'
import { formatCount } from '../../format.ts'
import { toResourcePath } from '../../resourcePath.ts'

interface MoveLinesProps {
  readonly connection: string
  readonly moves: Moves
  /** What the write was about. */
  readonly resourceType: ExchangeSummary['resourceType']
}

/** Who came into a group by a write and who left it, or which groups a learner left; each a link to itself. */
export function MoveLines({ connection, moves, resourceType }: MoveLinesProps) {
  const { joined, joinedCount, left, leftCount } = moves
  const attribute = resourceType === 'Group' ? 'members' : 'groups'
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', '* + &': { borderTop: 1, borderColor: 'divider' } }}>
      {joinedCount > 0 && <MoveLine kind="added" named={joined} count={joinedCount} {...{ connection, attribute }} />}
      {leftCount > 0 && <MoveLine kind="removed" named={left} count={leftCount} {...{ connection, attribute }} />}
    </Box>
  )
}

interface MoveLineProps extends Pick<MoveLinesProps, 'connection'> {
  readonly kind: Change['kind']
  readonly attribute: string
  readonly named: readonly Member[]
  readonly count: number
}

function MoveLine({ connection, kind, attribute, named, count }: MoveLineProps) {
  const others = count - named.length
  return (
    <ChangeRow kind={kind} attribute={attribute}>
      {named.map((member, index) => (
        <Fragment key={member.id}>
          {index > 0 && ', '}
          <MemberLink connection={connection} member={member} />
        </Fragment>
      ))}
      {others > 0 && `${named.length > 0 ? ' and ' : ''}${formatCount(others, named.length > 0 ? 'other' : 'member')}`}
    </ChangeRow>
  )
}

function MemberLink({ connection, member }: { readonly connection: string; readonly member: Member }) {
  const to = toResourcePath(connection, member)
  if (to === null) return <bdi>{member.name}</bdi>
  return (
    <MuiLink component={Link} to={to} color="inherit" sx={{ fontWeight: 600 }}>
      <bdi>{member.name}</bdi>
    </MuiLink>
  )
}
