import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { readSettings, toDesktopDir } from '../../../electron/main/readSettings.ts'

const read = (args: string[], env: Record<string, string> = {}) => readSettings({ args, env, rendererDir: '/pages' })

it('uses the ports and the address of the terminal where nothing is said', () => {
  expect(read(['.'])).toMatchObject({
    host: '127.0.0.1',
    scimPort: 4747,
    consolePort: 4748,
    publicUrl: null,
    rendererDir: '/pages',
  })
})

it('takes the options of the terminal, also between switches of Chromium', () => {
  const args = ['.', '--disable-gpu', '--data', 'here', '--scim-port', '0', '--remote-debugging-port=0', '--console-port=5000']
  expect(read([...args, '--public-url', 'https://scim.example.com'])).toMatchObject({
    dataDir: resolve('here'),
    scimPort: 0,
    consolePort: 5000,
    publicUrl: 'https://scim.example.com',
  })
})

it('prefers the folder among the arguments to the one in the environment', () => {
  expect(read(['--data', '/argument'], { ROLLCALL_DATA_DIR: '/environment' }).dataDir).toBe(resolve('/argument'))
  expect(read([], { ROLLCALL_DATA_DIR: '/environment' }).dataDir).toBe(resolve('/environment'))
})

it('passes the token of the environment on', () => {
  expect(read([], { ROLLCALL_TOKEN: 'secret' }).environmentToken).toBe('secret')
})

it.each([
  [['--console-port', 'abc'], '--console-port'],
  [['--scim-port', '70000'], '--scim-port'],
  [['--scim-port'], '--scim-port'],
  [['--data='], '--data'],
])('names the option at fault in %j', (args, option) => {
  expect(() => read(args)).toThrow(option)
})

it('keeps the files of the desktop inside the data folder', () => {
  expect(toDesktopDir(read(['--data', '/data']))).toBe(resolve('/data/desktop'))
})
