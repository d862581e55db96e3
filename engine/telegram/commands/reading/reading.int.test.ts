import { describe, expect, it } from 'vitest'
import { Cents, EpochMs } from '../../../contracts/primitives.ts'
import type { WarRoomView } from '../../../contracts/views.ts'
import { botBench } from '../../../testkit/bot-bench.ts'
import {
  aBusyDesk,
  aBusyRoom,
  aGuard,
  aPosition,
  aWaitingOrder,
  BUSY_MS,
} from '../../../testkit/busy-desk.ts'
import { aUlid } from '../../../testkit/events.ts'
import { ONE_OF_EACH } from '../../../testkit/one-of-each.ts'
import { keepRecord } from '../../../testkit/recorded-desk.ts'
import { said } from '../../../testkit/said-to-bot.ts'
import type { SeenMessage } from '../../../testkit/telegram-server/people/seen-message.ts'
import { telegramBench } from '../../../testkit/telegram-server/telegram-bench.ts'
import { tradeHistory } from '../../../testkit/trade-history.ts'
import { aLinkView, aMission, aMissionView } from '../../../testkit/views.ts'
import { keyboardOf } from '../../delivery/keyboard.ts'
import { partsOf } from '../../delivery/reply-parts.ts'
import { COLUMNS } from '../../texts/parts.ts'
import { READING_COMMANDS } from './index.ts'

const times = <T>(n: number, make: (at: number) => T): T[] => Array.from({ length: n }, (_, at) => make(at))
/** What a broker, a calendar or a person may call something. */
const NASTY = '<b>A&B</b> "Ltd" & 😀 \u202Emorf <script>'

/** As much of everything as there can be, under the worst of names. */
function crowded(): WarRoomView {
  const cents = Cents.parse(-123_456_789)
  const quiet = aBusyRoom()
  return aBusyRoom({
    links: times(8, at => aLinkView({ terminal: `terminal-${at + 1}`, broker: NASTY, currency: 'JPY', problem: NASTY.repeat(4), nextStep: NASTY.repeat(4), cannot: times(4, () => NASTY) })),
    account: { currency: 'JPY', balanceCents: cents, equityCents: cents, freeMarginCents: cents, kind: 'simulated', leverage: 2_000 },
    positions: times(30, at => aPosition({ position: String(18_000_000_000_000_000_000n + BigInt(at)), symbol: `GBPNZD${NASTY}`, netCents: cents, lots: '1234.56' })),
    orders: times(20, () => aWaitingOrder({ symbol: NASTY, text: NASTY })),
    missions: times(30, at => aMissionView({ mission: aMission({ id: aUlid(at + 100), setup: NASTY, evidence: NASTY.repeat(3), invalidation: NASTY, sniper: true, warnings: times(5, () => NASTY) }), state: at % 2 ? 'pending' : 'expired', denials: times(12, () => NASTY), shot: null, freshness: { is: 'AGING', text: NASTY } })),
    regimes: Object.fromEntries(Object.entries(quiet.regimes).map(([pair, row]) => [pair, { ...row, regime: 'TRENDING_BEAR', probability: 1, figures: times(12, at => ({ name: `a long name of a figure ${NASTY} ${at}`, value: -12_345.678 })) }])),
    calendar: { source: 'terminal and file', toMs: BUSY_MS, coming: times(10, at => ({ timeMs: EpochMs.parse(BUSY_MS + at * 86_400_000), currency: 'NZD', importance: 'moderate' as const, name: NASTY.repeat(3) })) },
    fire: { ...quiet.fire, guards: times(12, () => aGuard({ guard: 'DRAWDOWN_STOP', text: NASTY.repeat(2) })), lossTodayCents: cents, lossLimitCents: cents, openRiskCents: cents, auto: { ...quiet.fire.auto, why: NASTY } },
  }) // prettier-ignore
}

function crowdedDesk() {
  const desk = aBusyDesk()
  desk.shown = crowded()
  const notes = times(6, at => ({ ...ONE_OF_EACH.journalWritten, entry: aUlid(at + 1), account: 'simulated' as const, order: null, mission: null, text: NASTY.repeat(90), lesson: NASTY.repeat(11), patterns: [NASTY] })) // prettier-ignore
  const history = [...tradeHistory({ trades: 900, account: 'simulated', aDay: 3 })]
  const tail = notes.map((event, at) => ({ seq: history.length + at + 1, wallMs: BUSY_MS, hash: '', event }))
  keepRecord(desk, [...history, ...tail])
  const figures = { n: 12_345, sumR: -1_234.5, savedR: 1_234.5, mean: { is: 'known', r: -0.29, low: -0.5, high: -0.1 }, verdict: 'saved' } as const // prettier-ignore
  desk.answers.ghosts = ({ account, fromMs, toMs }) => ({ account, fromMs, toMs, all: figures, rows: times(60, () => ({ ...figures, reason: 'declined', key: NASTY.repeat(5), alone: figures })), weeks: [], calibration: { is: 'tooFew', n: 0 }, byBars: 0 }) // prettier-ignore
  desk.answers.missionStory = () => ({ story: null })
  desk.aboutIt = { ...desk.aboutIt, version: NASTY, engine: NASTY, log: times(60, () => ({ atMs: BUSY_MS, level: 'error', text: NASTY.repeat(20) })), notices: [{ atMs: BUSY_MS, level: 'error', text: NASTY.repeat(10) }] } // prettier-ignore
  return desk
}

const SAID = [
  ...READING_COMMANDS.map(({ name }) => `/${name}`),
  '/help', '/help status', '/logs 30', '/trades 20', '/kills 20', '/daily 60', '/weekly 52', '/monthly 48', '/profit 30', '/regime GBPNZD',
  `/mission ${aUlid(101)}`, '/drill 1', '/daily <b>', '/regime <i>', '/mission <&>', '/logs <u>',
] // prettier-ignore

const tableLines = (seen?: SeenMessage): string[] =>
  (seen?.entities ?? []).flatMap(({ type, offset, length }) =>
    type === 'pre' ? (seen?.text.slice(offset, offset + length).split('\n') ?? []) : [],
  )

describe('a reading command over a real server', () => {
  it('is accepted whatever brokers and people call things, and no table is wider than a phone', async () => {
    let atMs = BUSY_MS as number
    const { api, chat } = await telegramBench(() => (atMs += 3_000))
    const desk = crowdedDesk()
    for (const text of SAID)
      for (const part of partsOf(await said(desk, text))) {
        const sent = await api.sendMessage(chat.chatId, part.html.text, {
          parse_mode: 'HTML',
          ...keyboardOf(part),
        })
        const seen = chat.read().find(({ id }) => id === sent.message_id)
        expect(seen?.text, text).not.toMatch(/\u202E|&lt;|&amp;/)
        for (const line of tableLines(seen))
          expect(Array.from(line).length, `${text}: ${line}`).toBeLessThanOrEqual(COLUMNS)
      }
  })

  it('is answered to a person who writes, whose button reads it again in the same message', async () => {
    const { chat, pair, desk } = await botBench({
      before: (_, scripted) => void (scripted.shown = aBusyRoom()),
    })
    await pair(chat)
    chat.send('Positions')
    const told = await chat.waitFor(({ text }) => text.startsWith('Positions: 1 open'))
    desk.shown = aBusyRoom({ positions: [], orders: [] })
    chat.press(told.id, 'Reload')
    const changed = await chat.waitFor(
      ({ id, text }) => id === told.id && text.startsWith('Positions: 0 open'),
    )
    expect(changed.history.length).toBeGreaterThan(1)
    chat.press(told.id, 'Status')
    await chat.waitFor(({ id, text }) => id === told.id && text.startsWith('Status'))
    expect(desk.commands).toEqual([])
  })
})
