import type { DesktopApi } from '#contract/desktop.ts'

declare global {
  interface Window {
    /** Set by the desktop shell's preload; absent in a browser. */
    readonly desktop?: DesktopApi
  }
}

/** What only a desktop has; undefined in a browser. */
export const desktop: DesktopApi | undefined = window.desktop
