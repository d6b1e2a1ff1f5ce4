import { createTheme } from '@mui/material/styles'

const palette = {
  light: {
    primary: { main: '#0e615c', dark: '#0a4a46', light: '#2f7f7a', contrastText: '#ffffff' },
    secondary: { main: '#5b564f', contrastText: '#ffffff' },
    success: { main: '#1d6b3b', contrastText: '#ffffff' },
    info: { main: '#1c5b98', contrastText: '#ffffff' },
    warning: { main: '#8a5100', contrastText: '#ffffff' },
    error: { main: '#b3271e', contrastText: '#ffffff' },
    background: { default: '#f8f6f3', paper: '#ffffff' },
    text: { primary: '#1f1d1a', secondary: '#5b564f', disabled: '#8b857c' },
    divider: '#dfdad2',
  },
  dark: {
    primary: { main: '#62c4bc', dark: '#43a69e', light: '#8ad6d0', contrastText: '#06211f' },
    secondary: { main: '#b4aca1', contrastText: '#1b1917' },
    success: { main: '#70c98f', contrastText: '#06210f' },
    info: { main: '#83baf0', contrastText: '#061b2e' },
    warning: { main: '#e5b04f', contrastText: '#2a1b00' },
    error: { main: '#f58f86', contrastText: '#2f0805' },
    background: { default: '#161513', paper: '#1f1d1b' },
    text: { primary: '#f0ece6', secondary: '#b4aca1', disabled: '#827b71' },
    divider: '#3a3631',
  },
}

/** The typeface of values: URLs, tokens, attribute paths, wire data. */
export const monospace =
  'ui-monospace, "SF Mono", "Cascadia Mono", "Segoe UI Mono", "Roboto Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace'

const systemFont = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif'

const size = (pixels: number) => `${pixels / 16}rem`

/** The one theme: surfaces by border, one accent, four meanings (success, info, warning, error), light and dark. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-color-scheme' },
  colorSchemes: { light: { palette: palette.light }, dark: { palette: palette.dark } },
  shape: { borderRadius: 6 },
  breakpoints: { values: { xs: 0, sm: 700, md: 900, lg: 1100, xl: 1500 } },
  transitions: {
    duration: { shortest: 150, shorter: 150, short: 150, standard: 150, complex: 150, enteringScreen: 150, leavingScreen: 150 },
  },
  typography: {
    fontFamily: systemFont,
    fontWeightMedium: 600,
    h1: { fontSize: size(20), fontWeight: 600, lineHeight: 1.4 },
    h2: { fontSize: size(16), fontWeight: 600, lineHeight: 1.4 },
    h3: { fontSize: size(14), fontWeight: 600, lineHeight: 1.4 },
    h4: { fontSize: size(28), fontWeight: 600, lineHeight: 1.2 },
    subtitle1: { fontSize: size(14), fontWeight: 600, lineHeight: 1.4 },
    subtitle2: { fontSize: size(13), fontWeight: 600, lineHeight: 1.4 },
    body1: { fontSize: size(14), lineHeight: 1.4 },
    body2: { fontSize: size(13), lineHeight: 1.4 },
    caption: { fontSize: size(12), lineHeight: 1.4 },
    overline: { fontSize: size(12), lineHeight: 1.4, fontWeight: 600, textTransform: 'none' },
    button: { fontSize: size(14), fontWeight: 600, lineHeight: 1.4, textTransform: 'none' },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: (current) => ({
        'html, body, #root': { height: '100%' },
        // URLs, tokens and JSON are read from the left wherever they stand.
        'code, kbd, pre, samp': { fontFamily: monospace, fontSize: '0.93em', direction: 'ltr', unicodeBidi: 'isolate' },
        em: { fontStyle: 'italic' },
        // A page is printed whole, black on white, whatever the theme.
        '@media print': {
          'html, body, #root': { height: 'auto' },
          'html[data-color-scheme], html[data-color-scheme] body': { colorScheme: 'light', backgroundColor: '#fff' },
          'html[data-color-scheme]': {
            '--mui-palette-text-primary': '#000',
            '--mui-palette-text-secondary': '#333',
            '--mui-palette-background-default': '#fff',
            '--mui-palette-background-paper': '#fff',
            '--mui-palette-divider': '#999',
            '--mui-palette-primary-main': '#000',
          },
        },
        ':focus-visible': { outline: `2px solid ${(current.vars ?? current).palette.primary.main}`, outlineOffset: 2 },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            transitionDuration: '0.01ms !important',
            scrollBehavior: 'auto !important',
          },
        },
      }),
    },
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: {
      defaultProps: { disableElevation: true, size: 'small' },
      styleOverrides: { root: { minHeight: 32, paddingInline: 12 }, sizeSmall: { fontSize: size(13) } },
    },
    MuiIconButton: { defaultProps: { size: 'small' } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiPopover: {
      styleOverrides: {
        paper: ({ theme: current }) => ({ border: `1px solid ${(current.vars ?? current).palette.divider}`, boxShadow: 'none' }),
      },
    },
    MuiDialog: {
      styleOverrides: {
        paper: ({ theme: current }) => ({ border: `1px solid ${(current.vars ?? current).palette.divider}`, boxShadow: 'none' }),
      },
    },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: size(16), fontWeight: 600 } } },
    MuiTextField: { defaultProps: { size: 'small' } },
    MuiSelect: { defaultProps: { size: 'small' } },
    MuiChip: { defaultProps: { size: 'small' }, styleOverrides: { root: { borderRadius: 6, fontSize: size(12) } } },
    MuiTooltip: { defaultProps: { arrow: true }, styleOverrides: { tooltip: { fontSize: size(12) } } },
    MuiTableCell: {
      styleOverrides: { root: { fontSize: size(13), padding: '6px 12px' }, head: { fontSize: size(12), fontWeight: 600 } },
    },
    MuiAlert: {
      styleOverrides: {
        root: ({ theme: current, ownerState }) => ({
          fontSize: size(13),
          border: '1px solid',
          borderColor: `color-mix(in srgb, ${(current.vars ?? current).palette[ownerState.severity ?? 'success'].main} 40%, transparent)`,
        }),
      },
    },
    MuiFormControlLabel: { styleOverrides: { label: { fontSize: size(14) } } },
    MuiMenuItem: { styleOverrides: { root: { fontSize: size(14), minHeight: 36 } } },
    MuiTab: { styleOverrides: { root: { minHeight: 40, padding: '8px 12px' } } },
    MuiTabs: { styleOverrides: { root: { minHeight: 40 } } },
  },
})
