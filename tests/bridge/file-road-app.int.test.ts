/** The real Expert Advisor and the app's own file road, over a real folder: both halves of section 8 at once. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { EpochMs, TerminalId, Ulid } from '../../engine/contracts/primitives.ts'
import { Fire, type AppMessageType, type BodyOf, type Header, type JsonMessageType } from '../../engine/contracts/wire/index.ts' // prettier-ignore
import { FileRoad } from '../../engine/host/file-drop/file-road.ts'
import { decodeBody, encodeBody, readTicks } from '../../engine/wire/index.ts'
import { fireBody, idOf as textOf } from './desk-bench.ts'
import { EaOnHost, KEY, PATIENCE } from './ea-on-host.ts'

const idOf = (n: number): Ulid => Ulid.parse(textOf(n))
const NAME = TerminalId.parse('file-chart')

type Heard = Readonly<{ header: Header; body: Uint8Array }>

/** The app's end of the road; everything heard counts as being on disk a moment later. */
function openRoad(folder: string) {
  const heard: Heard[] = []
  const lines: string[] = []
  const road: FileRoad = new FileRoad({
    folders: [folder],
    pairingKey: KEY,
    now: () => EpochMs.parse(Date.now()),
    newToken: () => `token-${heard.length}`,
    isElsewhere: () => false,
    hasConsent: false,
    notice: text => lines.push(text),
    listener: {
      terminalUp: (_, __, hello) => lines.push(`up ${hello.kind}`),
      terminalDown: (_, reason) => lines.push(`down: ${reason}`),
      faulted: (_, code, text) => lines.push(`${code}: ${text}`),
      frame: (terminal, header, body) => {
        heard.push({ header, body })
        setImmediate(() => road.committed(terminal, header.s ?? '', header.n))
      },
    },
  })
  onTestFinished(() => road.close())
  const all = <T extends JsonMessageType>(type: T): BodyOf<T>[] =>
    heard.flatMap(({ header, body }) => {
      const read = header.t === type ? decodeBody(type, body) : null
      return read?.is === 'body' ? [read.body] : []
    })
  const say = <T extends AppMessageType & JsonMessageType>(type: T, body: BodyOf<T>) =>
    road.send(NAME, type, encodeBody(type, body))
  return { heard, lines, all, say }
}

test('an order travels there and back over a folder, each half checking the other', async () => {
  const ea = await EaOnHost.start({ port: 0 }, { symbols: ['EURUSD'], inputs: { InpRoad: 1, InpName: NAME } })
  const folder = path.join(ea.folder, 'Files', 'BITTEN', NAME)
  const { heard, lines, all, say } = openRoad(folder)
  await ea.quoteUntil(() => expect(lines).toContain('up demo'), ['EURUSD'])
  await vi.waitFor(() => expect(heard.some(({ header }) => header.t === 'ticks')).toBe(true), PATIENCE)
  const bids: number[] = []
  for (const { header, body } of heard) {
    if (header.t === 'ticks') readTicks(body, (_, __, bid) => bids.push(bid))
  }
  expect(bids[0]).toBeCloseTo(1.10234, 4)

  say('sync', { id: idOf(99), commands: [idOf(98)], dealsSinceMs: EpochMs.parse(0) })
  await vi.waitFor(() => expect(all('synced')).toEqual([{ id: idOf(99) }]), PATIENCE)
  expect(all('verdict')).toMatchObject([{ id: idOf(98), is: 'buried' }])

  await ea.run('tick EURUSD 1.10000 1.10010')
  say('fire', Fire.parse(fireBody(1)))
  await vi.waitFor(() => expect(all('deal')).toHaveLength(1), PATIENCE)
  expect(all('verdict').at(-1)).toMatchObject({ id: idOf(1), is: 'accepted', price: '1.10010' })
  expect(all('deal')).toMatchObject([{ id: idOf(1), entry: 'in', side: 'buy' }])
  await vi.waitFor(
    () => expect(all('positions').at(-1)?.positions).toMatchObject([{ id: idOf(1), magic: 777_001 }]),
    PATIENCE,
  )
  // What the app has on disk is deleted, and the terminal keeps no fact any more.
  await vi.waitFor(
    () => expect(readdirSync(folder).filter(name => name.startsWith('trade_'))).toEqual([]),
    PATIENCE,
  )
  await vi.waitFor(() => expect(all('beat').at(-1)?.unacked).toBe(0), PATIENCE)

  say('flatten', { id: idOf(2), magic: 777_001 })
  await vi.waitFor(() => expect(all('positions').at(-1)?.positions).toEqual([]), PATIENCE)
  expect(lines).toEqual(['up demo'])
})
