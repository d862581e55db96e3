import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { openLedger } from '../../engine/adapters/ledger/index.ts'
import { brokerSymbol, createBroker } from '../../engine/broker-sim/index.ts'
import { SimulatorStart, TerminalId, type EpochMs, type ToSimulator } from '../../engine/contracts/index.ts'
import type { SimulatorState } from '../../engine/contracts/simulator-state.ts'
import { createHost, nodeSpawner, type Host } from '../../engine/host/index.ts'
import type { ProcessSpawner } from '../../engine/ports/process-spawner.ts'
import { program, sqliteBinding, temporaryFolder } from '../lib/built-app.ts'
import { jumpyBidAt, MARKET_STARTS_MS, marketOfJumps } from '../lib/market-of-jumps.ts'
import { yearsBehind } from '../lib/years-behind.ts'
import type { WireTap } from './wire-tap.ts'

const WEEKDAYS = 60
const TRADES = 5_000
const SPREAD = 6
const TERMINAL = TerminalId.parse('training-ground')
const ACCOUNT_NUMBER = 1
const LOGIN_HASH = createHash('sha256').update(`${TERMINAL} ${ACCOUNT_NUMBER}`).digest().subarray(0, 16).toString('hex') // prettier-ignore
const BROKER = { latencyMs: 0, slippagePoints: 0, commissionPerLot: 0 } as const

/** The whole app with years behind its account, and a simulated terminal whose every byte goes through the tap. */
export async function startHostOfYears(tap: WireTap, speed: number): Promise<Host> {
  const dataFolder = temporaryFolder()
  const files = marketOfJumps(WEEKDAYS).map(({ name, text }) => {
    const file = path.join(dataFolder, name)
    writeFileSync(file, text)
    return file
  })
  const source = { kind: 'files', files } as const
  writeLedger(dataFolder)
  const host = await createHost({
    dataFolder,
    version: 'bench',
    paths: {
      engineWorker: program('engine.worker.js'),
      archiveWorker: program('archive.worker.js'),
      terminalSim: program('terminal-sim.js'),
    },
    sqliteBinding: sqliteBinding(),
    spawner: through(tap),
    training: {
      source,
      speed,
      stateFile: writeAccount(dataFolder, source),
      broker: SimulatorStart.shape.broker.parse(BROKER),
    },
    log: { write: () => undefined },
  })
  if (host.is === 'refused') throw new Error(host.text)
  return host
}

function writeLedger(dataFolder: string): void {
  const ledger = openLedger({ file: path.join(dataFolder, 'ledger.db'), binding: sqliteBinding() })
  const account = { terminal: TERMINAL, loginHash: LOGIN_HASH }
  const years = { ...account, trades: TRADES, open: 0, untilMs: MARKET_STARTS_MS }
  ledger.append([...yearsBehind(years)], Date.now() as EpochMs)
  ledger.close()
}

/** An account with the number that the ledger knows. */
function writeAccount(dataFolder: string, source: SimulatorState['source']): string {
  const account = SimulatorStart.shape.account.parse({})
  const temper = SimulatorStart.shape.broker.parse(BROKER)
  const broker = createBroker({ symbols: [brokerSymbol('EURUSD')], account, temper, seed: 1 })
  const bid = Math.round(jumpyBidAt(MARKET_STARTS_MS))
  broker.onTick(0, MARKET_STARTS_MS, bid, bid + SPREAD)
  const state: SimulatorState = {
    version: 1,
    number: ACCOUNT_NUMBER,
    source,
    account,
    broker: broker.state(),
    unwrittenMs: 0,
    facts: [],
  }
  const file = path.join(dataFolder, 'account.json')
  writeFileSync(file, JSON.stringify(state))
  return file
}

const through = (tap: WireTap): ProcessSpawner => ({
  spawn(file, listener) {
    const child = nodeSpawner.spawn(file, listener)
    return { ...child, send: message => child.send(tapped(message as ToSimulator, tap)) }
  },
})

function tapped(message: ToSimulator, tap: WireTap): ToSimulator {
  if (message.kind !== 'start') return message
  tap.leadTo(Number(new URL(message.start.endpoint).port))
  return { ...message, start: { ...message.start, endpoint: `tcp://127.0.0.1:${tap.port}` } }
}
