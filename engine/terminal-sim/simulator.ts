/** A simulated terminal, from its start message on. */
import { appendFileSync } from 'node:fs'
import type { SimulatorState } from '../contracts/simulator-state.ts'
import type { SimulatorStart } from '../contracts/simulator.ts'
import {
  createBroker,
  restoreBroker,
  withOrderLog,
  type Broker,
  type BrokerSetup,
} from '../broker-sim/index.ts'
import { StoreFault } from '../ports/store-fault.ts'
import { parsePairingKey } from '../wire/index.ts'
import { openMarket, type Market } from './market-source.ts'
import { refused, type Refused } from './refused.ts'
import { RunningSimulator, type SimulatorHooks } from './running-simulator.ts'
import { SavedAccount } from './saved-account.ts'
import { TickPlayer } from './tick-player.ts'

const LAST_PORT = 65_535

/** Starts a simulated terminal in this process; what cannot start says why in one sentence. */
export async function runSimulator(
  start: SimulatorStart,
  hooks: SimulatorHooks,
): Promise<RunningSimulator | Refused> {
  const key = parsePairingKey(start.pairingKey)
  if (key.is === 'refused') return refused('KEY', key.text)
  const port = Number(start.endpoint.split(':').at(-1))
  if (port < 1 || port > LAST_PORT)
    return refused('ENDPOINT', `${start.endpoint} has no port from 1 to ${LAST_PORT}.`)
  const account = SavedAccount.open(start)
  if ('is' in account) return account
  const { earlier } = account
  const market = await openMarket(start.source, start.account.currency, earlier?.broker.marketMs ?? null)
  if (market.is === 'refused') return market
  const player = new TickPlayer(market.ticks)
  try {
    const beginMs = earlier ? earlier.broker.marketMs : await firstMs(player)
    if (beginMs === null) return refused('DATA', 'There are no ticks to play in this market.')
    // Seconds since 1970: nothing of a new account looks like that of an older one that the app remembers.
    const number = earlier?.number ?? Math.floor(Date.now() / 1_000)
    const broker = brokerOf(start, market, { number, beginMs, earlier })
    const parts = { start, hooks, pairingKey: key.key, account, number, market, broker, player, beginMs }
    const simulator = new RunningSimulator(parts)
    simulator.keepAccount()
    if (earlier) {
      await simulator.wind()
      await simulator.catchUp()
    }
    simulator.start()
    return simulator
  } catch (error) {
    await player.close()
    const code = error instanceof StoreFault ? error.code : 'DATA'
    return refused(code, error instanceof Error ? error.message : String(error))
  }
}

const firstMs = async (player: TickPlayer): Promise<number | null> =>
  (await player.prime()) ? player.nextMs : null

function brokerOf(
  start: SimulatorStart,
  market: Market,
  { number, beginMs, earlier }: { number: number; beginMs: number; earlier: SimulatorState | null },
): Broker {
  const setup = {
    symbols: market.symbols,
    account: start.account,
    temper: start.broker,
    seed: start.source.kind === 'generator' ? start.source.seed : 0,
    firstTicket: number,
  }
  if (earlier) return logged(restoreBroker(setup, earlier.broker), setup, start)
  const broker = createBroker(setup)
  for (const { pair, bid, ask } of market.opening) broker.onTick(pair, beginMs, bid, ask)
  return logged(broker, setup, start)
}

/** What the broker writes down for whoever wants to judge the app by it. */
function logged(broker: Broker, setup: BrokerSetup, { orderLog }: SimulatorStart): Broker {
  if (orderLog === null) return broker
  return withOrderLog(broker, setup, line => appendFileSync(orderLog, `${JSON.stringify(line)}\n`))
}
