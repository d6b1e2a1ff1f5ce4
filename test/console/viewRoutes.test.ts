import { expect, it } from 'vitest'
import { listen, startConsole } from '../support/aConsole.ts'

const path = '/api/connections/default/views'
const failures = { show: 'failures', status: 409 }

it('keeps a view, opens it in another session, changes it and takes it away, and tells each change', async () => {
  const console = await startConsole()
  const events = listen(console)
  const added = await console.call('POST', path, { body: { name: ' Conflicts ', filter: failures } })
  const view = { id: 1, name: 'Conflicts', filter: failures }
  expect(added.body).toEqual({ result: 'saved', view })
  expect((await console.callAs(await console.openSession())('GET', path)).body).toEqual([view])

  await console.call('PATCH', `${path}/1`, { body: { name: 'Taken names' } })
  const changed = await console.call('PATCH', `${path}/1`, { body: { filter: { text: 'maya' } } })
  expect(changed.body).toEqual({
    result: 'saved',
    view: { id: 1, name: 'Taken names', filter: { show: 'all', text: 'maya' } },
  })
  expect((await console.call('DELETE', `${path}/1`)).body).toEqual([])
  expect((await console.call('PATCH', `${path}/1`, { body: { name: 'x' } })).status).toBe(404)
  expect(events.map(({ type }) => type)).toEqual(Array(4).fill('viewsChanged'))
})

it('gives no name twice, whatever its case', async () => {
  const console = await startConsole()
  const add = async (name: string) => (await console.call('POST', path, { body: { name, filter: failures } })).body
  await add('Ärger')
  await add('Zeit')
  expect(await add('ärger')).toEqual({ result: 'taken' })
  expect((await console.call('PATCH', `${path}/2`, { body: { name: 'ÄRGER' } })).body).toEqual({ result: 'taken' })
  expect((await console.call('PATCH', `${path}/1`, { body: { name: 'ÄRGER' } })).body).toMatchObject({ result: 'saved' })
  expect((await console.call('GET', path)).body).toMatchObject([{ name: 'Zeit' }, { name: 'ÄRGER' }])
})

it.each([
  [{ name: '', filter: {} }],
  [{ name: 'x'.repeat(61), filter: {} }],
  [{ name: 'x', filter: { show: 'some' } }],
  [{ name: 'x', filter: { ids: '1;2' } }],
])('refuses %j', async (body) => {
  const console = await startConsole()
  expect((await console.call('POST', path, { body })).status).toBe(400)
})
