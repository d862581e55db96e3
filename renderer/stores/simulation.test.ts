import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SimulationControl } from '../../engine/contracts/commands.ts'
import { aLink } from '../../tests/e2e/support/view-parts.ts'
import { quietRoom } from '../../tests/e2e/support/rooms.ts'
import { createSimulation } from './simulation.ts'
import { createViewStore } from './view-store.ts'

describe('a steady hand on the training ground', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function groundAt(speed: number) {
    const sent: SimulationControl[] = []
    const views = createViewStore()
    const show = (shown: number) =>
      views.setState({
        view: { ...quietRoom, links: [aLink({ simulation: { speed: shown, paused: false } })] },
      })
    show(speed)
    const bridge = {
      simulate: (control: SimulationControl) => (
        sent.push(control),
        Promise.resolve({ is: 'done' as const })
      ),
    }
    return { sent, show, views, simulation: createSimulation(bridge, views, () => {}) }
  }
  const speed = (value: number) => ({ kind: 'speed', speed: value })

  it('slows to 1× and gives the former speed back', () => {
    const { sent, simulation } = groundAt(600)

    simulation.holdSteady()
    simulation.letGo()

    expect(sent).toEqual([speed(1), speed(600)])
  })

  it('returns to the speed before the first of two quick presses, though the view still shows 1×', () => {
    const { sent, show, simulation } = groundAt(600)

    simulation.holdSteady()
    simulation.letGo()
    show(1)
    simulation.holdSteady()
    simulation.letGo()

    expect(sent).toEqual([speed(1), speed(600), speed(1), speed(600)])
  })

  it('takes the speed that the view shows once the last press is long ago', () => {
    const { sent, show, simulation } = groundAt(600)

    simulation.holdSteady()
    simulation.letGo()
    vi.advanceTimersByTime(10_000)
    show(10)
    simulation.holdSteady()
    simulation.letGo()

    expect(sent.slice(2)).toEqual([speed(1), speed(10)])
  })

  it('changes nothing at 1×, nor where there is no training ground', () => {
    const slow = groundAt(1)
    const real = groundAt(60)
    real.views.setState({ view: { ...quietRoom, links: [aLink({ simulation: null })] } })

    for (const { simulation } of [slow, real]) {
      simulation.holdSteady()
      simulation.letGo()
    }

    expect([...slow.sent, ...real.sent]).toEqual([])
  })

  it('says so when time can not be steered', async () => {
    const complaints: string[] = []
    const failing = {
      simulate: () =>
        Promise.resolve({
          is: 'failed' as const,
          code: 'NO_SIMULATOR',
          text: 'There is no training ground.',
        }),
    }
    const simulation = createSimulation(failing, createViewStore(), text => complaints.push(text))

    simulation.setSpeed(10)
    await vi.runAllTimersAsync()

    expect(complaints).toEqual(['There is no training ground.'])
  })
})
