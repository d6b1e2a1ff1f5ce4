import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ArmedFault } from '#contract/fault.ts'
import { Timestamp } from '../../../components/Timestamp.tsx'
import { describeFault } from '../../../faultWords.ts'

interface FaultListProps {
  readonly faults: readonly ArmedFault[]
  readonly onDisarm: (id: number) => void
}

/** What is armed, oldest first: of several that fit, the oldest is met. */
export function FaultList({ faults, onDisarm }: FaultListProps) {
  if (faults.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        None is armed.
      </Typography>
    )
  }
  return (
    <Box
      component="ul"
      aria-label="Armed faults"
      sx={{ m: 0, p: 0, listStyle: 'none', border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      {faults.map((fault) => (
        <Box
          component="li"
          key={fault.id}
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            columnGap: 2,
            px: 2,
            py: 1,
            '& + &': { borderTop: 1, borderColor: 'divider' },
          }}
        >
          <Box sx={{ flex: '1 1 220px', fontSize: '0.875rem' }}>
            {describeFault(fault)}
            <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
              {fault.count - fault.left} of {fault.count} met · until <Timestamp at={fault.expiresAt} />
            </Box>
          </Box>
          <Button color="warning" aria-label={`Disarm: ${describeFault(fault)}`} onClick={() => onDisarm(fault.id)}>
            Disarm
          </Button>
        </Box>
      ))}
    </Box>
  )
}
