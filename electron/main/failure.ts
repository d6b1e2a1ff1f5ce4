import { app, dialog } from 'electron'

/**
 * Tells why the application cannot go on, and ends it. On stderr always; in a message box too, unless nobody is there to
 * close it (ROLLCALL_UNATTENDED).
 */
export async function failWith(exitCode: number, message: string): Promise<void> {
  console.error(message)
  if (!process.env['ROLLCALL_UNATTENDED']) {
    await app.whenReady()
    await dialog.showMessageBox({
      type: 'error',
      title: app.name,
      message: 'Rollcall cannot run.',
      detail: message,
      buttons: ['Quit'],
    })
  }
  app.exit(exitCode)
}
