/**
 * From the trader's approval to the order's bytes on the wire and to the terminal's verdict, with the real host, engine worker
 * and ledger with 5,000 closed trades, and a simulated terminal of zero latency in a process of its own. Floors of the same run:
 * a synced write of the record's bytes, one ping-pong over bare ZeroMQ, one commit with synchronous FULL, and one round trip
 * to a worker thread, each once before every shot.
 */
import { echo, Floors } from './desk/floors.ts'
import { Gunner } from './desk/gunner.ts'
import { startHostOfYears } from './desk/host-of-years.ts'
import { openTap, tap } from './desk/wire-tap.ts'
import { option } from './lib/built-app.ts'
import { quantile, report, type Figure } from './lib/figures.ts'
import { gateDecisions } from './lib/gate-decisions.ts'

const SPEED = option('speed', 20_000)
const TIMEOUT_MS = 480_000

async function measure(): Promise<void> {
  const wanted = option('shots', 60)
  let gunner: Gunner | null = null
  const wire = await openTap(import.meta.filename, atNs => gunner?.sawFire(atNs))
  const floors = await Floors.open(import.meta.filename)
  const host = await startHostOfYears(wire, SPEED)
  gunner = new Gunner(host, SPEED, () => floors.measure())
  const deadline = Date.now() + TIMEOUT_MS
  while (gunner.verdicts.length < wanted && Date.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  await host.stop()
  report('desk', [...shots(gunner, floors, wanted), ...decisions()])
}

function shots({ verdicts, answers, onTheWire }: Gunner, { times }: Floors, wanted: number): Figure[] {
  const p50 = (samples: readonly number[]) => quantile(samples, 0.5)
  const p99 = (samples: readonly number[]) => quantile(samples, 0.99)
  const floor = p50(times.pingPong) + p50(times.commit) + p50(times.worker)
  const ms = (name: string, value: number): Figure => ({ name, value, unit: 'ms' })
  const atLeast = Math.min(20, wanted)
  return [
    { name: 'shots fired and answered', value: verdicts.length, unit: 'shots', bound: { atLeast } },
    { name: 'shots seen on the wire', value: onTheWire.length, unit: 'shots', bound: { atLeast } },
    ms('approved to bytes on the wire, p50', p50(onTheWire)),
    { ...ms('approved to bytes on the wire, p99', p99(onTheWire)), bound: { atMost: 5 } },
    ms('the way without the desk (floor), p50', p50(bareWays(times))),
    ms('the way without the desk (floor), p99', p99(bareWays(times))),
    ms('synced write of the same bytes (floor), p50', p50(times.write)),
    ms('synced write of the same bytes (floor), p99', p99(times.write)),
    { name: 'approved to wire ÷ synced write, p50', value: p50(onTheWire) / p50(times.write), unit: '×' },
    { name: 'approved to wire ÷ one FULL commit, p50', value: p50(onTheWire) / p50(times.commit), unit: '×' },
    ms('fire to recorded and sent, p50', p50(answers)),
    ms('fire to verdict, p50', p50(verdicts)),
    ms('fire to verdict, p99', p99(verdicts)),
    ms('bare ZeroMQ ping-pong, p50', p50(times.pingPong)),
    ms('one FULL commit, p50', p50(times.commit)),
    ms('one FULL commit, p99', p99(times.commit)),
    ms('one worker round trip, p50', p50(times.worker)),
    ms('one worker round trip, p99', p99(times.worker)),
    {
      name: 'fire to verdict ÷ the sum of the three, p50',
      value: p50(verdicts) / floor,
      unit: '×',
      bound: { atMost: 3 },
    },
  ]
}

/** To a worker and back, a commit on the way, and half a ping-pong out: what was asked of the machine just before each shot. */
const bareWays = ({ worker, commit, pingPong }: Floors['times']): number[] =>
  commit.map((ms, shot) => ms + (worker[shot] ?? 0) + (pingPong[shot] ?? 0) / 2)

function decisions(): Figure[] {
  const times = gateDecisions()
  const name = 'gate decision after 5,000 trades, 5 open, a guard'
  return [
    { name: `${name}, p50`, value: quantile(times, 0.5), unit: 'ms' },
    { name: `${name}, p99`, value: quantile(times, 0.99), unit: 'ms', bound: { atMost: 0.2 } },
  ]
}

const endpoint = process.argv[process.argv.indexOf('--echo') + 1]
if (process.argv.includes('--tap')) tap()
else if (process.argv.includes('--echo') && endpoint !== undefined) await echo(endpoint)
else {
  await measure()
  process.exit()
}
