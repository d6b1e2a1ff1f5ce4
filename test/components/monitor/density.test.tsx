import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Density } from '#contract/exchange.ts'
import { DensityBars } from '../../../renderer/features/monitor/density/DensityBars.tsx'
import { densityWindows } from '../../../renderer/features/monitor/density/densityWindows.ts'
import { describeDensity, toHeight } from '../../../renderer/features/monitor/density/stretches.ts'

afterEach(cleanup)

const density: Density = {
  since: '2026-11-20T12:00:00.000Z',
  stretchSeconds: 60,
  stretches: [
    { count: 3, failed: 0 },
    { count: 1000, failed: 2 },
    { count: 0, failed: 0 },
  ],
}

describe('the density above the list', () => {
  it('reaches back over a month, in no more stretches than the service counts', () => {
    const spans = densityWindows.map(({ stretchSeconds, stretches }) => stretchSeconds * stretches)
    expect(spans.map((seconds) => seconds / 3600)).toEqual([1, 24, 7 * 24, 30 * 24])
    expect(Math.max(...densityWindows.map(({ stretches }) => stretches))).toBeLessThanOrEqual(200)
  })

  it('says how many came and how many of them failed', () => {
    expect(describeDensity(density, 'last hour')).toBe('1,003 requests in the last hour, 2 failed')
    expect(describeDensity({ ...density, stretches: [{ count: 0, failed: 0 }] }, 'last day')).toBe('No requests in the last day')
  })

  it('shows a single request beside a thousand', () => {
    expect(toHeight(1, 1000)).toBeGreaterThan(0.1)
    expect(toHeight(1000, 1000)).toBe(1)
    expect(toHeight(0, 1000)).toBe(0)
  })

  it('is read and chosen by keyboard', async () => {
    const onChoose = vi.fn()
    render(<DensityBars density={density} label="Requests" chosen={{}} onChoose={onChoose} />)
    const slider = screen.getByRole('slider', { name: 'Requests' })
    expect(slider.getAttribute('aria-valuetext')).toContain('no requests')
    slider.focus()
    await userEvent.keyboard('{ArrowLeft}')
    expect(slider.getAttribute('aria-valuetext')).toContain('1,000 requests, 2 failed')
    await userEvent.keyboard('{Enter}')
    expect(onChoose).toHaveBeenCalledWith({ since: '2026-11-20T12:01:00.000Z', until: '2026-11-20T12:02:00.000Z' })
  })
})
