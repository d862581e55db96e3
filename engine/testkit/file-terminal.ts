/** A terminal on the file road: writes what one writes, right or wrong, and takes commands away when it is told to. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Cents, EpochMs, TerminalId, Ticket, type Ulid } from '../contracts/primitives.ts'
import { FileStatus, type BodyOf, type FileHeader } from '../contracts/wire/index.ts'
import { SPEC } from '../wire/fixtures/golden-bodies.ts'
import { decodeBody, decodeFile, encodeBody, encodeFile, type FileMessage } from '../wire/index.ts'
import { aHello } from './protocol-peer.ts'

const cents = (value: number) => Cents.parse(value)
export const aFileStatus = (over: Partial<FileStatus> = {}): FileStatus => ({
  hello: aHello(),
  specs: {
    symbols: [SPEC],
  },
  account: {
    currency: 'USD',
    balance: cents(1_000_000),
    equity: cents(1_000_000),
    margin: cents(0),
    freeMargin: cents(1_000_000),
    leverage: 100,
    kind: 'demo',
    tradeAllowed: true,
  },
  positions: { positions: [] },
  beat: {
    marketMs: EpochMs.parse(1_767_690_000_000),
    autoTrading: true,
    tradeAllowed: true,
    brokerConnected: true,
    pingMs: 20,
    queued: 0,
    unacked: 0,
  },
  quotes: [{ index: 0, timeMs: EpochMs.parse(1_767_690_000_000), bid: '1.10234', ask: '1.10236' }],
  synced: null,
  busyMs: 0,
  ...over,
})

export const aVerdict = (id: Ulid, over: Partial<BodyOf<'verdict'>> = {}): BodyOf<'verdict'> => ({
  id,
  is: 'accepted',
  retcode: 10_009,
  order: Ticket.parse('100'),
  deal: Ticket.parse('200'),
  position: Ticket.parse('300'),
  price: '1.10236',
  lots: '0.10',
  text: 'done',
  ...over,
})

export class FileTerminal {
  readonly folder: string
  readonly uuid: TerminalId
  readonly #key: Uint8Array
  readonly #now: () => number
  #ms = 0

  constructor(folder: string, key: Uint8Array, now: () => number = Date.now, uuid = 'terminal-1') {
    this.folder = folder
    this.uuid = TerminalId.parse(uuid)
    this.#key = key
    this.#now = now
    this.start()
  }

  start(): this {
    mkdirSync(this.folder, { recursive: true })
    this.put('uuid.txt', `${this.uuid}\n`)
    return this
  }

  /** Whole at once, as the protocol wants it. */
  put(name: string, content: string | Uint8Array): void {
    const draft = path.join(this.folder, `${name}.tmp`)
    writeFileSync(draft, content)
    renameSync(draft, path.join(this.folder, name))
  }

  signed(type: FileHeader['t'], body: Uint8Array, key = this.#key): Uint8Array {
    this.#ms = Math.max(this.#ms + 1, this.#now())
    return encodeFile({ t: type, uuid: this.uuid, ms: EpochMs.parse(this.#ms) }, body, key)
  }

  status(over: Partial<FileStatus> = {}): this {
    const status = aFileStatus({ hello: aHello({ uuid: this.uuid }), ...over })
    this.put('status.txt', this.signed('status', Buffer.from(JSON.stringify(FileStatus.encode(status)))))
    return this
  }

  verdict(id: Ulid, over: Partial<BodyOf<'verdict'>> = {}): this {
    this.put(`trade_result_${id}.txt`, this.signed('verdict', encodeBody('verdict', aVerdict(id, over))))
    return this
  }

  deal(deal: BodyOf<'deal'>): this {
    this.put(`trade_result_${deal.deal}.txt`, this.signed('deal', encodeBody('deal', deal)))
    return this
  }

  /** Takes a command or a question away; null when there is none. Throws at one that is not whole and signed. */
  take(name: 'fire.txt' | 'ask.txt' = 'fire.txt'): FileMessage | null {
    const file = path.join(this.folder, name)
    let bytes: Uint8Array
    try {
      bytes = readFileSync(file)
    } catch {
      return null
    }
    rmSync(file)
    const message = decodeFile(bytes, this.#key)
    if (message.is !== 'file') throw new Error(`${name} is ${message.is}`)
    return message
  }

  /** Answers a question that lies there, with a new status. */
  answerSync(over: Partial<FileStatus> = {}): Ulid | null {
    const asked = this.take('ask.txt')
    const sync = asked && decodeBody('sync', asked.body)
    if (sync?.is !== 'body') return null
    this.status({ ...over, synced: sync.body.id })
    return sync.body.id
  }
}
