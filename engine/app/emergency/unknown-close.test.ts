import { describe, expect, test } from 'vitest'
import type { EpochMs, Ulid } from '../../contracts/index.ts'
import { DESK, DeskHarness, MINUTE } from '../../testkit/desk-harness.ts'

const SECOND = 1_000

/** A trade past its time exit, and a terminal that never knows what became of a close of it. */
function unknowing({ brokerConnected = true } = {}) {
  const desk = new DeskHarness()
  const { id, timeExitMs } = desk.mission()
  desk.fire(id)
  desk.deliver().tell({ type: 'positions', body: desk.broker.positions() })
  const [open] = desk.broker.positions().positions
  if (!open) throw new Error('not filled')
  const settled = new Set<Ulid>()
  let at = 0
  desk.mute = true
  desk.lose().sleep((timeExitMs ?? 0) + 5 * SECOND - desk.nowMs())
  const terminal = desk.engine.desk.terminals.get(DESK)
  const say = (command: Ulid, is: 'unknown' | 'buried') =>
    desk.tell({ type: 'verdict', body: { id: command, is, retcode: 10_012, order: null, deal: null, position: null, price: null, lots: null, text: is } }) // prettier-ignore
  const beat = () =>
    desk.tell({ type: 'beat', body: { marketMs: desk.nowMs() as EpochMs, autoTrading: true, tradeAllowed: true, brokerConnected, pingMs: 1, queued: 0, unacked: 0 } }) // prettier-ignore
  const tellPositions = (lots = open.lots) =>
    desk.tell({ type: 'positions', body: { positions: [{ ...open, lots }] } })
  let lots = open.lots
  /** The terminal answers all that it was sent since: a close and a `sync` with the same word, and `synced`. */
  const answer = () => {
    for (const message of desk.sent.slice(at)) {
      at++
      if (message.type === 'close') say(message.body.id, 'unknown')
      if (message.type !== 'sync') continue
      for (const command of message.body.commands) say(command, settled.has(command) ? 'buried' : 'unknown')
      tellPositions(lots)
      desk.tell({ type: 'synced', body: { id: message.body.id } })
    }
  }
  return {
    desk,
    settled,
    terminal,
    asked: () => desk.events('closeRequested'),
    lotsAre: (now: string) => {
      lots = now
    },
    close: (part: string | null) =>
      desk.engine.command({ kind: 'closePosition', id: desk.ids.next(desk.nowMs()), origin: 'window', terminal: DESK, position: open.position, lots: part }), // prettier-ignore
    pass: (ms: number) => {
      for (let leftMs = ms; leftMs > 0; leftMs -= SECOND) {
        beat()
        answer()
        desk.sleep(SECOND)
      }
    },
  }
}

describe('a close of which the terminal does not know what became', () => {
  test('is asked about until it does, and then asked for anew', () => {
    const { desk, settled, asked, pass } = unknowing()
    pass(5 * SECOND)
    const [first] = asked()
    if (!first) throw new Error('not asked to be closed')
    settled.add(first.command)
    pass(MINUTE)
    expect(desk.events('closeAnswered').map(({ command, is }) => [command, is])).toEqual([
      [first.command, 'unknown'],
      [first.command, 'buried'],
      [asked()[1]?.command, 'unknown'],
    ])
    expect(asked()[1]?.command).not.toBe(first.command)
  })

  test('is asked for anew when the position has stood unchanged for a minute in which it was asked about', () => {
    const { asked, pass, terminal } = unknowing()
    pass(MINUTE)
    expect(asked()).toHaveLength(1)
    pass(MINUTE)
    expect(asked()).toHaveLength(2)
    expect(new Set(asked().map(({ position, origin }) => `${position} ${origin}`)).size).toBe(1)
    expect(terminal?.armed).toBe(true)
  })

  test('is not asked for anew while the broker is out of reach: the list of positions may be old', () => {
    const { asked, pass } = unknowing({ brokerConnected: false })
    pass(5 * MINUTE)
    expect(asked()).toHaveLength(1)
  })

  test('is not asked for anew while a part of it is being filled', () => {
    const { asked, pass, lotsAre } = unknowing()
    pass(50 * SECOND)
    lotsAre('0.01')
    pass(50 * SECOND)
    expect(asked()).toHaveLength(1)
  })

  test('keeps nobody from closing all of it, and no part is closed beside a part', () => {
    const { close, pass } = unknowing()
    close('0.02')
    pass(3 * MINUTE)
    expect(close('0.02')).toMatchObject({ is: 'refused', code: 'CLOSE_UNDER_WAY' })
    expect(close(null)).toMatchObject({ is: 'done' })
  })
})

test('a flatten that has ended without a word holds up no time exit', () => {
  const { desk, asked, pass } = unknowing()
  desk.engine.command({ kind: 'flattenAll', id: desk.ids.next(desk.nowMs()), origin: 'tray' })
  desk.engine.command({ kind: 'resume', id: desk.ids.next(desk.nowMs()), origin: 'window' })
  pass(3 * MINUTE)
  expect(asked().length).toBeGreaterThan(0)
})
