/** Simulated terminals in this process and the apps they link to; everything is closed after each test. */
import type { z } from 'zod'
import { afterEach } from 'vitest'
import type { Pair } from '../contracts/pairs.ts'
import { SimulatorStart, type FromSimulator } from '../contracts/simulator.ts'
import type { BodyOf } from '../contracts/wire/index.ts'
import { runSimulator, type RunningSimulator } from '../terminal-sim/index.ts'
import { formatPairingKey, newPairingKey } from '../wire/index.ts'
import { AppSide } from './app-side.ts'
import { fireOf } from './sim-broker.ts'

export const KEY = newPairingKey()
export const PATIENCE = { timeout: 30_000 }
/** Wednesday 8 May 2024, 12:00 UTC. */
export const START = Date.UTC(2024, 4, 8, 12)

const toClose: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).toReversed()) await close()
})

export async function openApp(over: Partial<Parameters<typeof AppSide.open>[0]> = {}): Promise<AppSide> {
  const app = await AppSide.open({ pairingKey: KEY, ...over })
  toClose.push(() => app.close())
  return app
}

type Wish = Partial<z.input<typeof SimulatorStart>> & { pairs?: Pair[] }

export function startFor(app: Pick<AppSide, 'endpoint'>, wish: Wish = {}): SimulatorStart {
  const { pairs = ['EURUSD', 'USDJPY', 'GBPJPY'], ...rest } = wish
  return SimulatorStart.parse({
    endpoint: app.endpoint,
    pairingKey: formatPairingKey(KEY),
    uuid: 'training-ground',
    source: { kind: 'generator', seed: 5, startMs: START, pairs },
    speed: 20,
    ...rest,
  })
}

export async function simulate(
  start: SimulatorStart,
): Promise<{ simulator: RunningSimulator; told: FromSimulator[] }> {
  const told: FromSimulator[] = []
  const simulator = await runSimulator(start, { tell: message => told.push(message) })
  if (simulator.is === 'refused') throw new Error(simulator.text)
  toClose.push(() => simulator.stop())
  return { simulator, told }
}

/** A buy of EURUSD near the last price that the app has heard, with a stop and a target of so many points. */
export function buyNow(app: AppSide, n: number, distance = 500): BodyOf<'fire'> {
  const last = app.ticks.findLast(({ index }) => index === 0)
  if (!last) throw new Error('there is no price yet')
  const at = (price: number) => price.toFixed(5)
  return fireOf(n, {
    price: at(last.ask),
    stop: at(last.bid - distance * 1e-5),
    target: at(last.ask + distance * 1e-5),
    deviation: 200,
    maxSpread: 500,
  })
}
