/** Real desks without a training ground, each on a folder and with a key of its own: what a squad of several computers is. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openLedger } from '../adapters/ledger/index.ts'
import { Cents, EpochMs, type AccountKind } from '../contracts/primitives.ts'
import { weekBefore } from '../domain/squad/trading-week.ts'
import { createHost, nodeSpawner, type Host, type HostOptions } from '../host/index.ts'
import { aTradeClosed, aUlid } from './events.ts'

const HOUR_MS = 3_600_000

export type PastTrade = Readonly<{ account: AccountKind; r: number }>

/** A new data folder in which these trades were closed, an hour apart, in the last week that is over. */
export function folderWithPast(folder: string, trades: readonly PastTrade[], binding: string | null): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ version: 1, port: 0 }))
  const ledger = openLedger({ file: path.join(folder, 'ledger.db'), binding })
  const weekMs = weekBefore(Date.now())
  trades.forEach(({ account, r }, k) => {
    const closeMs = weekMs + (k + 30) * HOUR_MS
    const event = aTradeClosed({ account, r, closeMs, netCents: Cents.parse(Math.round(r * 1_000)) })
    const trade = { ...event.trade, order: aUlid(100 + k) }
    ledger.append([{ ...event, trade }], EpochMs.parse(closeMs))
  })
  ledger.close()
  return folder
}

export async function startSquadDesk(
  folder: string,
  paths: HostOptions['paths'],
  binding: string | null,
): Promise<Host> {
  const host = await createHost({
    dataFolder: folder,
    version: '0.1.0',
    paths,
    sqliteBinding: binding,
    spawner: nodeSpawner,
    training: null,
    log: { write: () => undefined },
  })
  if (host.is === 'refused') throw new Error(host.text)
  return host
}
