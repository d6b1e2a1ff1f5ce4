/** What only a desktop has. `window.desktop`; absent in a browser. */
export interface DesktopApi {
  /** `process.platform` of the shell. */
  readonly platform: string
  /** Opens a web page in the user's browser; refused (false) unless its host is on the shell's list. */
  readonly openExternal: (url: string) => Promise<boolean>
}

/** Names of the desktop calls between preload and main. */
export const desktopCallNames = { openExternal: 'rollcall:openExternal' } as const
