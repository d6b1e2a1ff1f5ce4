// Runs before the first paint: the page starts in the theme that was used last, or in the system's.
{
  let mode = null
  try {
    mode = localStorage.getItem('mui-mode')
  } catch {
    // Storage may be forbidden; then the system's theme it is, until the service has told the chosen one.
  }
  const isDark = mode === 'dark' || (mode !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-color-scheme', isDark ? 'dark' : 'light')
}
