import { existsSync } from 'node:fs'

const systemChromium = '/usr/bin/chromium'

/** How Chromium is started for a test or a measurement: the system's own where it has one. */
export const launchOptions = {
  args: ['--no-sandbox', '--disable-gpu'],
  ...(existsSync(systemChromium) && { executablePath: systemChromium }),
}
