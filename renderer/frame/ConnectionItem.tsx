import CheckIcon from '@mui/icons-material/Check'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListItemText from '@mui/material/ListItemText'
import MenuItem from '@mui/material/MenuItem'
import { Link } from 'react-router'
import type { Connection } from '#contract/connection.ts'
import { toHindrance, toProgress, toProviderName } from '../connectionWords.ts'
import { useService } from '../useService.ts'

interface ConnectionItemProps {
  readonly connection: Connection
  readonly to: string
  readonly isCurrent: boolean
  readonly onChoose: () => void
}

/** One connection of the switcher: its name, provider and address, and how it is doing. */
export function ConnectionItem({ connection, to, isCurrent, onChoose, ...item }: ConnectionItemProps) {
  const setup = useService('getSetup', { params: { connection: connection.slug } }).data
  // The line has its height from the start.
  const facts = [toHindrance(connection), toProviderName(connection), setup ? toProgress(setup).word : '…', `/${connection.slug}`]
  return (
    <MenuItem {...item} component={Link} to={to} selected={isCurrent} aria-current={isCurrent || undefined} onClick={onChoose}>
      <ListItemIcon>{isCurrent ? <CheckIcon fontSize="small" /> : null}</ListItemIcon>
      <ListItemText
        primary={connection.name}
        secondary={facts.filter((fact) => fact !== undefined).join(' · ')}
        slotProps={{ primary: { noWrap: true, title: connection.name }, secondary: { noWrap: true } }}
      />
    </MenuItem>
  )
}
