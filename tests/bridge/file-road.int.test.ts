/** The real Expert Advisor on the file road, on a virtual clock: files in, files out, no socket. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildEa } from '../../ea/host/build/index.ts'
import { commands } from '../../ea/host/driver/commands.ts'
import { textsOf, type TerminalLine } from '../../ea/host/driver/lines.ts'
import { VirtualTerminal } from '../../ea/host/driver/virtual-terminal.ts'
import { EpochMs, TerminalId } from '../../engine/contracts/primitives.ts'
import { Verdict, type FileStatus } from '../../engine/contracts/wire/index.ts'
import {
  decodeFile,
  decodeStatus,
  encodeFile,
  formatPairingKey,
  newPairingKey,
} from '../../engine/wire/index.ts'
import { fireBody, idOf, NOON } from './desk-bench.ts'

const KEY = newPairingKey()

/** The name that the terminal gave itself, which is its folder. */
let uuid = TerminalId.parse('none')
const inFolder = (name: string): string => `BITTEN\\${uuid}\\${name}`

let terminal: VirtualTerminal
beforeAll(async () => {
  const build = await buildEa({ program: 'ea/Experts/BITTENBridge.mq5', variant: 'release' })
  if (!build.ok) throw new Error(build.errors.join('\n'))
  terminal = new VirtualTerminal(build.binary)
}, 300_000)
afterAll(() => terminal.close())

const quote = (): TerminalLine[] => terminal.run('tick EURUSD 1.10000 1.10010')
/** An open market: a quote four times a second. */
const pass = (ms: number): TerminalLine[] => {
  const lines: TerminalLine[] = []
  for (let at = 0; at < ms; at += 250) lines.push(...quote(), ...terminal.advance(250))
  return lines
}
const files = (): string[] => {
  const listed = terminal.run('file list')[0]?.['files'] as { name: string }[]
  return listed.map(({ name }) => name)
}
const nowMs = (): EpochMs => {
  const state = terminal.run('state account')[0]?.['state'] as { account: { timeMs: number } }
  return EpochMs.parse(state.account.timeMs)
}

function start(): void {
  terminal.wipe()
  terminal.run(
    `clock set ${NOON}`,
    'zone server 0 none',
    'account balance=10000 currency=USD leverage=100 login=12345678 server=Example-Demo company=Example',
    'symbol EURUSD',
    'chart EURUSD',
  )
  quote()
  begin()
}

function begin(): void {
  const inputs = { InpPairingKey: formatPairingKey(KEY), InpRoad: 1, InpSettleSeconds: 5 }
  terminal.run(...Object.entries(inputs).map(([name, value]) => `input ${name} ${value}`))
  terminal.init()
  pass(8_000)
  const [, name = 'none'] =
    files()
      .find(file => file.endsWith('/uuid.txt'))
      ?.split('/') ?? []
  uuid = TerminalId.parse(name)
}

const put = (name: string, type: 'fire' | 'close' | 'flatten' | 'sync', body: object, key = KEY): void => {
  const bytes = encodeFile({ t: type, uuid, ms: nowMs() }, Buffer.from(JSON.stringify(body)), key)
  terminal.run(commands.putFile(inFolder(name), bytes))
}

function bodyOf(name: string): Uint8Array | null {
  const bytes = terminal.file(inFolder(name))
  if (bytes === null) return null
  const file = decodeFile(bytes, KEY)
  if (file.is !== 'file') throw new Error(`${name} is ${file.is}`)
  return file.body
}

const verdictOf = (n: number): Verdict | null => {
  const body = bodyOf(`trade_result_${idOf(n)}.txt`)
  return body && Verdict.parse(JSON.parse(Buffer.from(body).toString('utf8')))
}

function status(): FileStatus {
  const read = decodeStatus(bodyOf('status.txt') ?? new Uint8Array())
  if (read.is !== 'status') throw new Error(read.text)
  return read.status
}

const state = () =>
  terminal.run('state')[0]?.['state'] as { positions: { ticket: number }[]; deals: unknown[] }

test('the folder says who it is of, and how everything stands', () => {
  start()
  expect(terminal.file(inFolder('uuid.txt'))?.toString()).toBe(`${uuid}\n`)
  expect(terminal.file(inFolder('lock.txt'))?.toString()).toMatch(new RegExp(`^${uuid} [0-9a-f]+\n$`))
  const now = status()
  expect(now.hello).toMatchObject({ uuid, kind: 'demo', margin: 'hedging' })
  expect(now.specs.symbols.map(({ name }) => name)).toEqual(['EURUSD'])
  expect(now.quotes).toEqual([expect.objectContaining({ bid: '1.10000', ask: '1.10010' })])
  expect(now).toMatchObject({ positions: { positions: [] }, synced: null, busyMs: 0 })
})

test('a fire becomes a position, a verdict and a deal, each in a file of its own', () => {
  start()
  put('fire.txt', 'fire', fireBody(1))
  pass(1_500)
  expect(terminal.file(inFolder('fire.txt'))).toBeNull()
  expect(verdictOf(1)).toMatchObject({ is: 'accepted', price: '1.10010' })
  expect(state().positions).toHaveLength(1)
  expect(status().positions.positions).toEqual([expect.objectContaining({ id: idOf(1), magic: 777_001 })])
  expect(status().beat.unacked).toBe(2)
  expect(files().filter(name => name.includes('trade_result_'))).toHaveLength(2)
})

test('the same file again leads to the same word and to no second position', () => {
  start()
  for (let time = 0; time < 3; time++) {
    put('fire.txt', 'fire', fireBody(1))
    pass(1_000)
  }
  expect(state().positions).toHaveLength(1)
  expect(verdictOf(1)).toMatchObject({ is: 'accepted' })
})

test('a fact whose file was deleted is confirmed, one that was not is told again after a crash', () => {
  start()
  put('fire.txt', 'fire', fireBody(1))
  pass(1_500)
  terminal.run(`file remove ${inFolder(`trade_result_${idOf(1)}.txt`)}`)
  pass(2_500)
  expect(status().beat.unacked).toBe(1)
  terminal.crash({ files: 'lost' })
  begin()
  expect(verdictOf(1)).toBeNull()
  expect(status().beat.unacked).toBe(1)
})

test('a question is answered by files, and the status names it when all of them are there', () => {
  start()
  put('fire.txt', 'fire', fireBody(1))
  pass(1_500)
  put('ask.txt', 'sync', { id: idOf(900), commands: [idOf(1), idOf(2)], dealsSinceMs: NOON - 1_000 })
  pass(1_000)
  expect(status().synced).toBe(idOf(900))
  expect([verdictOf(1)?.is, verdictOf(2)?.is]).toEqual(['accepted', 'buried'])
})

test('a close and a flatten come by the same road', () => {
  start()
  put('fire.txt', 'fire', fireBody(1))
  pass(1_500)
  const position = String(state().positions[0]?.ticket)
  put('fire.txt', 'close', { id: idOf(50), position, lots: '0.04', deviation: 20, ttlMs: 5_000 })
  pass(1_500)
  expect(verdictOf(50)).toMatchObject({ is: 'accepted', lots: '0.04' })
  put('fire.txt', 'flatten', { id: idOf(70), magic: 777_001 })
  pass(1_500)
  expect(verdictOf(70)).toMatchObject({ is: 'accepted' })
  expect(state().positions).toEqual([])
})

test.each<[string, () => void, RegExp]>([
  ['of another key', () => put('fire.txt', 'fire', fireBody(1), newPairingKey()), /MAC is wrong/],
  [
    'that stays half written',
    () => terminal.run(commands.putFile(inFolder('fire.txt'), Buffer.from('{"v":1'))),
    /not whole/,
  ],
  ['that is a question in the wrong place', () => put('fire.txt', 'sync', { id: idOf(1) }), /cannot be read/],
])('a file %s is put aside and reported, and nothing is opened', (_, write, why) => {
  start()
  write()
  const lines = pass(4_000)
  expect(textsOf(lines, 'print').find(text => text.includes('is not taken'))).toMatch(why)
  expect(files().some(name => name.includes('rejected_'))).toBe(true)
  expect(terminal.file(inFolder('fire.txt'))).toBeNull()
  expect(state().positions).toEqual([])
})

test('a folder that another terminal keeps is left alone until that one is gone', () => {
  start()
  terminal.deinit(1)
  terminal.run(commands.putFile(inFolder('lock.txt'), Buffer.from(`${uuid} stranger\n`)))
  terminal.run(`file remove ${inFolder('status.txt')}`)
  terminal.init()
  for (let second = 0; second < 8; second++) {
    terminal.run(commands.putFile(inFolder('lock.txt'), Buffer.from(`${uuid} stranger${second}\n`)))
    pass(1_000)
  }
  put('fire.txt', 'fire', fireBody(1, { ttlMs: 1_000 }))
  pass(1_000)
  expect(terminal.file(inFolder('fire.txt'))).not.toBeNull()
  expect(terminal.file(inFolder('status.txt'))).toBeNull()
  pass(8_000)
  expect(terminal.file(inFolder('fire.txt'))).toBeNull()
  expect(verdictOf(1)).toMatchObject({ is: 'expired' })
})

test('before the terminal stands still, the status says so', () => {
  start()
  terminal.run('server latency=2000')
  put('fire.txt', 'fire', fireBody(1))
  terminal.die({ step: 'order.send', phase: 'before', files: 'kept' })
  pass(500)
  expect(status().busyMs).toBe(60_000)
})
