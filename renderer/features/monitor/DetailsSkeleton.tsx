import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'

/** The details while they are read, in the shape that they will have. */
export function DetailsSkeleton() {
  return (
    <Box role="group" aria-busy aria-label="The request is being read" sx={{ p: 2, display: 'grid', gap: 1.5 }}>
      <Skeleton width="60%" height={28} />
      <Skeleton width="35%" />
      <Skeleton width="80%" />
      <Skeleton variant="rounded" height={120} />
      <Skeleton variant="rounded" height={240} />
    </Box>
  )
}
