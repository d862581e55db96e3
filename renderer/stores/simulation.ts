import type { SimulationControl } from '../../engine/contracts/commands.ts'
import type { WarRoomView } from '../../engine/contracts/views.ts'
import type { WindowBridge } from '../../engine/contracts/window-bridge.ts'
import type { ViewStore } from './view-store.ts'

const AIMING_SPEED = 1
/** The view may lag a beat or two behind a change of speed; the former speed is kept that long. */
const MEMORY_MS = 3_000

export const simulationOf = (view: WarRoomView | null) =>
  view?.links.find(link => link.simulation !== null)?.simulation ?? null

/**
 * Steers the training ground's time. While a trigger is held, time runs at 1×, so that a trader aims at the price they
 * see; `letGo` gives the former speed back. Two presses in quick succession return to the speed before the first.
 */
export function createSimulation(
  bridge: Pick<WindowBridge, 'simulate'>,
  views: ViewStore,
  complain: (text: string) => void,
) {
  let formerSpeed: number | null = null
  let forgetting: ReturnType<typeof setTimeout> | undefined
  let held = false

  async function send(control: SimulationControl): Promise<void> {
    const answer = await bridge.simulate(control)
    if (answer.is === 'failed') complain(answer.text)
  }

  return {
    setSpeed(speed: number): void {
      formerSpeed = null
      void send({ kind: 'speed', speed })
    },
    pause: () => void send({ kind: 'pause' }),
    play: () => void send({ kind: 'play' }),
    holdSteady(): void {
      const simulation = simulationOf(views.getState().view)
      if (simulation === null || held) return
      clearTimeout(forgetting)
      formerSpeed ??= simulation.speed
      held = true
      if (formerSpeed !== AIMING_SPEED) void send({ kind: 'speed', speed: AIMING_SPEED })
    },
    letGo(): void {
      if (!held) return
      held = false
      if (formerSpeed !== null && formerSpeed !== AIMING_SPEED)
        void send({ kind: 'speed', speed: formerSpeed })
      forgetting = setTimeout(() => (formerSpeed = null), MEMORY_MS)
    },
    close: () => clearTimeout(forgetting),
  }
}
export type Simulation = ReturnType<typeof createSimulation>
