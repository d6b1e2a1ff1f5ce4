import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { DetailPane } from '../../../renderer/features/monitor/DetailPane.tsx'
import { openPage } from '../openPage.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A row of 1200 pixels whose last 600 are the pane. */
function openPane({ direction = 'ltr' } = {}) {
  const resized: [number | null, string][] = []
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(
    direction === 'rtl' ? new DOMRect(0, 0, 600, 400) : new DOMRect(600, 0, 600, 400),
  )
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1200)
  let captured = false
  Object.assign(Element.prototype, {
    setPointerCapture: () => {
      captured = true
    },
    hasPointerCapture: () => captured,
  })
  const page = openPage(
    <div style={{ direction: direction === 'rtl' ? 'rtl' : 'ltr' }}>
      <DetailPane width={600} onResize={(...call) => resized.push(call)}>
        A request
      </DetailPane>
    </div>,
    { route: '*', at: '/' },
  )
  return { ...page, resized, edge: screen.getByRole('separator', { name: 'Edge of the request' }) }
}

it('moves its edge by the arrow keys', async () => {
  const { user, edge, resized } = openPane()
  edge.focus()
  await user.keyboard('{ArrowLeft}{ArrowRight}{Enter}')
  expect(resized).toEqual([
    [624, 'end'],
    [576, 'end'],
  ])
})

it('follows the pointer while it is held down, and leaves room for the list', () => {
  const { edge, resized } = openPane()
  fireEvent.pointerMove(edge, { clientX: 500 })
  expect(resized).toEqual([])
  fireEvent.pointerDown(edge, { clientX: 600 })
  fireEvent.pointerMove(edge, { clientX: 500 })
  fireEvent.pointerMove(edge, { clientX: 10 })
  fireEvent.pointerUp(edge, { clientX: 1190 })
  expect(resized).toEqual([
    [700, 'moving'],
    [780, 'moving'],
    [360, 'end'],
  ])
})

it('is mirrored where text runs from the right', async () => {
  const { user, edge, resized } = openPane({ direction: 'rtl' })
  edge.focus()
  await user.keyboard('{ArrowRight}')
  fireEvent.pointerDown(edge, { clientX: 600 })
  fireEvent.pointerMove(edge, { clientX: 500 })
  expect(resized).toEqual([
    [624, 'end'],
    [500, 'moving'],
  ])
})

it('is as the window gives it again after a double click', async () => {
  const { user, edge, resized } = openPane()
  await user.dblClick(edge)
  expect(resized.at(-1)).toEqual([null, 'end'])
})
