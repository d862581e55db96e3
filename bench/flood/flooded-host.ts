import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { openLedger } from '../../engine/adapters/ledger/index.ts'
import type { EpochMs, Mission } from '../../engine/contracts/index.ts'
import type { Hello } from '../../engine/contracts/wire/index.ts'
import { createHost, nodeSpawner, type Host } from '../../engine/host/index.ts'
import { earlierLife, missionsFor, MARKETS, TERMINAL, type Wish } from '../../tests/chaos/desk/missions.ts'
import { program, sqliteBinding, temporaryFolder } from '../lib/built-app.ts'

/** A Tuesday morning in London. */
export const START_MS = Date.UTC(2026, 0, 6, 9)

export const HELLO: Omit<Hello, 'nonce'> = {
  versions: [1],
  uuid: TERMINAL,
  loginHash: '0'.repeat(32),
  broker: 'Bench',
  server: 'loopback',
  build: 0,
  program: 'flood',
  margin: 'hedging',
  kind: 'simulated',
}

export type FloodedHost = Readonly<{ host: Host; missions: readonly Mission[]; ledger: string }>

/** The whole app, with one mission of each of five markets that waits to be fired. */
export async function startFloodedHost(): Promise<FloodedHost> {
  const dataFolder = temporaryFolder()
  const settings = { version: 1, riskPct: 0.25, noCalendar: 'warn' }
  writeFileSync(path.join(dataFolder, 'settings.json'), JSON.stringify(settings))
  const file = path.join(dataFolder, 'ledger.db')
  const { kind, loginHash, server } = HELLO
  const wish: Wish = { kind, loginHash, server, rank: 'COMMANDER', startMs: START_MS }
  const missions = missionsFor(wish).slice(0, MARKETS.length)
  const ledger = openLedger({ file, binding: sqliteBinding() })
  ledger.append(earlierLife(wish, missions), Date.now() as EpochMs)
  ledger.close()
  const host = await createHost({
    dataFolder,
    version: 'bench',
    paths: {
      engineWorker: program('engine.worker.js'),
      archiveWorker: program('archive.worker.js'),
      terminalSim: program('terminal-sim.js'),
    },
    sqliteBinding: sqliteBinding(),
    spawner: nodeSpawner,
    training: null,
    log: { write: (level, text) => level === 'error' && process.stderr.write(`${text}\n`) },
  })
  if (host.is === 'refused') throw new Error(host.text)
  return { host, missions, ledger: file }
}
