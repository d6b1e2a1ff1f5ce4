import LinearProgress from '@mui/material/LinearProgress'

/** The list is being read: a line over the lower edge of the toolbar, which moves nothing. What is found at once shows none. */
export function SearchingSign() {
  return (
    <LinearProgress
      aria-label="Searching"
      sx={{
        position: 'absolute',
        insetInline: 0,
        insetBlockEnd: -1,
        height: 2,
        animation: 'searching 1ms 150ms both',
        '@keyframes searching': { from: { visibility: 'hidden' }, to: { visibility: 'visible' } },
      }}
    />
  )
}
