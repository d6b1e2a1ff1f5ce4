import Box from '@mui/material/Box'
import { useSyncExternalStore } from 'react'
import { MeaningIcon } from '../components/MeaningIcon.tsx'
import { getStreamStatus, subscribeToStreamStatus } from '../service.ts'

/** Says that news do not arrive at the moment, for as long as that is so. It lies over the page, so that nothing moves. */
export function ReconnectingNotice() {
  const isLost = useSyncExternalStore(subscribeToStreamStatus, getStreamStatus) === 'reconnecting'
  return (
    <Box
      role="status"
      sx={{
        position: 'fixed',
        insetBlockEnd: { xs: 72, sm: 16 },
        insetInline: 0,
        display: 'flex',
        justifyContent: 'center',
        px: 2,
        zIndex: 'snackbar',
        pointerEvents: 'none',
      }}
    >
      {isLost && (
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 1,
            px: 2,
            py: 1,
            border: 1,
            borderColor: 'warning.main',
            borderRadius: 1,
            bgcolor: 'background.paper',
            fontSize: '0.875rem',
          }}
        >
          <MeaningIcon meaning="attention" size={14} />
          Reconnecting… What is shown may be out of date.
        </Box>
      )}
    </Box>
  )
}
