import { app, type BrowserWindow, dialog } from 'electron'
import { z } from 'zod'
import { keepJson, readJson } from './keepJson.ts'

/** What becomes of Rollcall when its window is closed: it goes on receiving without one, or it stops. */
export const Closing = z.enum(['ask', 'stay', 'stop'])
export type Closing = z.infer<typeof Closing>

/** The choice, kept in a file of main's own. */
export interface ClosingChoice {
  readonly get: () => Closing
  readonly set: (closing: Closing) => void
}

/** @see ClosingChoice */
export function createClosingChoice(file: string, onChanged: () => void): ClosingChoice {
  return {
    get: () => readJson(file, Closing) ?? 'ask',
    set: (closing) => {
      keepJson(file, closing, 'What closing the window does')
      onChanged()
    },
  }
}

/**
 * A provider may be in the middle of its cycle, so closing the window neither stops Rollcall without a word nor leaves it running
 * without a sign. Quitting, by menu or by the system, is no closing of a window and stops at once.
 *
 * @param onStay the window is hidden, and something has to show that Rollcall still runs
 */
export function guardClosing(
  window: BrowserWindow,
  { choice, onStay }: { readonly choice: ClosingChoice; readonly onStay: () => void },
): void {
  let isQuitting = false
  let isAsking = false
  app.on('before-quit', () => {
    isQuitting = true
  })
  const stay = () => {
    window.hide()
    onStay()
  }
  const ask = async () => {
    const { response, checkboxChecked } = await dialog.showMessageBox(window, {
      type: 'question',
      title: app.name,
      message: 'Keep receiving requests without the window?',
      detail:
        'An identity provider whose cycle is under way meets no endpoint once Rollcall has stopped. The icon in the tray, or starting Rollcall again, brings the window back.',
      buttons: ['Keep Receiving', 'Stop Rollcall', 'Cancel'],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
      checkboxLabel: 'Do not ask again',
    })
    const answer = (['stay', 'stop'] as const)[response]
    if (answer === undefined) return
    if (checkboxChecked) choice.set(answer)
    if (answer === 'stay') stay()
    else app.quit()
  }
  window.on('close', (event) => {
    const closing = choice.get()
    // Nobody is there to answer, or the answer is known.
    if (isQuitting || closing === 'stop' || process.env['ROLLCALL_UNATTENDED']) return
    event.preventDefault()
    if (closing === 'stay') return stay()
    if (isAsking) return
    isAsking = true
    void ask().finally(() => {
      isAsking = false
    })
  })
}
