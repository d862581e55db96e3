/** One folder of the file road with a terminal at one end and the app at the other, on a clock that a test can move. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { Cents, EpochMs, Ticket, type Ulid } from '../contracts/primitives.ts'
import type { BodyOf, Header } from '../contracts/wire/index.ts'
import { FileDrop, type FileDropOptions } from '../host/file-drop/file-drop.ts'
import { decodeBody, encodeBody, type FileMessage } from '../wire/index.ts'
import { FileTerminal } from './file-terminal.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const KEY = new Uint8Array(32).fill(3)

export const aFire = (id: Ulid): BodyOf<'fire'> => ({
  id,
  symbol: 'EURUSD.m',
  side: 'buy',
  lots: '0.10',
  stop: '1.10036',
  target: '1.10636',
  price: '1.10235',
  deviation: 10,
  maxSpread: 20,
  ttlMs: 5_000,
  magic: 777_001,
  comment: 'BITTEN',
})

export const aDeal = (deal: string): BodyOf<'deal'> => ({
  deal: Ticket.parse(deal),
  order: Ticket.parse('100'),
  position: Ticket.parse('300'),
  id: null,
  symbol: 'EURUSD.m',
  entry: 'in',
  side: 'buy',
  lots: '0.10',
  price: '1.10236',
  profit: Cents.parse(0),
  commission: Cents.parse(0),
  swap: Cents.parse(0),
  timeMs: EpochMs.parse(1_767_690_000_000),
  reason: 'command',
  magic: 777_001,
})

export function aDrop(over: Partial<FileDropOptions> = {}, folder = path.join(temporaryFolder(), 'drop')) {
  let aheadMs = 0
  let tokens = 0
  const now = () => EpochMs.parse(Date.now() + aheadMs)
  const heard: { type: string; header: Header; body: Uint8Array }[] = []
  const lines: string[] = []
  const options: FileDropOptions = {
    folder,
    pairingKey: KEY,
    now,
    newToken: () => `token-${folder.length}-${(tokens += 1)}`,
    listener: {
      terminalUp: terminal => lines.push(`up ${terminal}`),
      terminalDown: (_, reason) => lines.push(`down: ${reason}`),
      frame: (_, header, body) => heard.push({ type: header.t, header, body }),
      faulted: (_, code) => lines.push(`fault ${code}`),
    },
    isElsewhere: () => false,
    hasConsent: false,
    notice: text => lines.push(`notice: ${text}`),
    ...over,
  }
  const drop = new FileDrop(options)
  const terminal = new FileTerminal(folder, KEY, now)
  const types = () => heard.map(({ type }) => type)
  const confirm = () => {
    const last = heard.at(-1)
    if (last?.header.s) drop.committed(last.header.s, last.header.n)
  }
  return {
    drop, terminal, heard, lines, types, confirm, folder,
    wait: (ms: number) => void (aheadMs += ms),
    files: () => readdirSync(folder).sort(),
    send: (body: BodyOf<'fire'>) => drop.send('fire', encodeBody('fire', body)),
  } // prettier-ignore
}

/** The same, linked. */
export function aLinkedDrop(over: Partial<FileDropOptions> = {}) {
  const bench = aDrop(over)
  bench.terminal.status()
  bench.drop.poll()
  return bench
}

export const idIn = (message: FileMessage | null) => {
  const read = message && decodeBody('fire', message.body)
  return read?.is === 'body' ? read.body.id : null
}

export const optionsFor = (folder: string): FileDropOptions => ({
  folder,
  pairingKey: KEY,
  now: () => EpochMs.parse(Date.now()),
  newToken: () => 'token',
  listener: { terminalUp: () => {}, terminalDown: () => {}, frame: () => {}, faulted: () => {} },
  isElsewhere: () => false,
  hasConsent: false,
  notice: () => {},
})
