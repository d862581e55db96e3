import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Cue } from '../contracts/cues.ts'
import type { EngineEvent, StoredEvent } from '../contracts/events.ts'
import { EpochMs } from '../contracts/primitives.ts'
import type { NoticeView } from '../contracts/views.ts'
import { AlertSettings } from '../contracts/settings-alerts.ts'
import { isOfAlerts } from '../domain/alerts/alert-folds.ts'
import { storedAt } from '../testkit/alerts.ts'
import { ONE_OF_EACH } from '../testkit/one-of-each.ts'
import { AlertsDesk } from '../workers/alerts-desk.ts'
import { CueDesk, playOf } from './cue-desk.ts'

const {
  terminalLinked, terminalLost, armed, missionIssued, missionRetimed, tradeClosed, guardRaised, ledgerRecovered, paused,
} = ONE_OF_EACH // prettier-ignore
const settingsOf = (change: object) => AlertSettings.parse(change)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const archiveOf = (ledger: readonly StoredEvent[]) =>
  new AlertsDesk({
    alertEvents: (after, most) =>
      ledger.filter(({ seq, event }) => seq > after && isOfAlerts(event.kind)).slice(0, most),
    headSeq: () => ledger.length,
  })

/** A desk whose ledger had `before` when no terminal was met yet, and `meanwhile` besides when the archive read it. */
async function aDesk(before: readonly EngineEvent[] = [terminalLinked], meanwhile: readonly EngineEvent[] = [], notices: readonly NoticeView[] = []) {
  let ledger: StoredEvent[] = storedAt([...before, ...meanwhile], 1_000)
  let archive = archiveOf(ledger)
  const told: Cue[] = []
  let settings = settingsOf({})
  let notice: (given: NoticeView) => void = () => undefined
  const ears = new Set<(events: readonly StoredEvent[]) => void>()
  const hear = (events: readonly StoredEvent[]) => ears.forEach(take => take(events))
  const desk = new CueDesk({
    desk: {
      // The only question that is asked.
      ask: async query => ({ is: 'answer', value: await archive.record((query as { after?: number }).after) }) as never,
      headAtStart: () => before.length,
      notices: () => notices,
      onTold: take => (ears.add(take), () => ears.delete(take)),
      onNotice: take => ((notice = take), () => (notice = () => undefined)),
    },
    log: { write: () => undefined },
    settings: () => settings,
    tell: cue => told.push(cue),
    now: () => Date.now(),
  })
  await vi.advanceTimersByTimeAsync(0)
  return {
    desk,
    told: () => told.splice(0),
    titles: () => told.splice(0).map(({ title, sound }) => `${title} ${sound ?? 'silent'}`),
    set: (change: object) => (settings = settingsOf(change)),
    complain: async (level: NoticeView['level'], text: string) => {
      notice({ atMs: EpochMs.parse(1_000), level, text })
      await vi.advanceTimersByTimeAsync(800)
    },
    /** Stored, and not told: the engine died. */
    lose: (...events: readonly EngineEvent[]) => void ledger.push(...storedAt(events, 1_000, ledger.length + 1)),
    /** Another ledger takes the place of this one, and says so in its last event. */
    recover: async (...events: readonly EngineEvent[]) => {
      ledger = storedAt(events, 1_000)
      archive = archiveOf(ledger)
      hear(ledger.slice(-1))
      await vi.advanceTimersByTimeAsync(800)
    },
    store: async (...events: readonly EngineEvent[]) => {
      const stored = storedAt(events, 1_000, ledger.length + 1)
      ledger.push(...stored)
      hear(stored)
      await vi.advanceTimersByTimeAsync(800)
    },
  }
} // prettier-ignore

describe('a desk that tells', () => {
  it('nothing of what the ledger had at the start, and what comes afterwards', async () => {
    const { store, titles } = await aDesk([terminalLinked, armed, missionIssued, guardRaised, terminalLost])
    await store(terminalLinked, armed, guardRaised)
    expect(titles()).toEqual([])
    await store(tradeClosed)
    expect(titles()).toEqual([expect.stringMatching(/^TRAINING: Closed: EURUSD/)])
  })

  it('a burst as one, and what comes soon afterwards as another, but nothing that is wrong so late', async () => {
    const { store, titles } = await aDesk()
    await store(missionIssued, guardRaised, tradeClosed)
    expect(titles()).toEqual(['DEMO: 3 alerts mission'])
    await store({ ...guardRaised, guard: 'WEEKEND_LOCK' })
    expect(titles()).toEqual([])
    await store(terminalLost)
    expect(titles()).toEqual(['DEMO: 2 alerts warning'])
  })

  it('each kind as it is set now', async () => {
    const { store, titles, set } = await aDesk([terminalLinked, armed])
    set({ noise: { mission: 'off', closed: 'silent' } })
    await store(missionIssued)
    expect(titles()).toEqual([])
    await store(tradeClosed)
    expect(titles()).toEqual([expect.stringMatching(/silent$/)])
  })

  it('what an engine stored before it died, once it is read again', async () => {
    const { store, lose, titles } = await aDesk()
    await store(guardRaised)
    titles()
    await vi.advanceTimersByTimeAsync(5_000)
    lose(terminalLost)
    await store(missionIssued)
    await vi.advanceTimersByTimeAsync(800)
    expect(titles()).toEqual(['DEMO: 2 alerts warning'])
  })

  it('what came and went between an engine’s last word and the next one’s first, as if it had been there', async () => {
    const { store, lose, titles, told } = await aDesk()
    await store(guardRaised)
    titles()
    await vi.advanceTimersByTimeAsync(5_000)
    lose(missionIssued, missionRetimed, tradeClosed)
    await store(paused)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(told().map(({ body }) => body).join('\n')).toMatch(/^TRAINING: EURUSD long, .*\nTRAINING: Closed: EURUSD/) // prettier-ignore
    await store(terminalLost)
    expect(titles()).toEqual(['DEMO: Link lost warning'])
  })

  it('what a terminal had to say before the ledger was read, but not that it is back', async () => {
    const yesterday = [terminalLinked, armed, missionIssued, guardRaised, terminalLost]
    const { titles, store } = await aDesk(yesterday, [terminalLinked, armed, tradeClosed])
    await vi.advanceTimersByTimeAsync(800)
    expect(titles()).toEqual([expect.stringMatching(/^TRAINING: Closed: EURUSD/)])
    await store(terminalLost)
    expect(titles()).toEqual(['DEMO: Link lost warning'])
  })

  it('that another ledger took the place of its own, and what happens by that one’s shorter count', async () => {
    const { titles, told, store, recover } = await aDesk([terminalLinked, armed, guardRaised, missionIssued])
    await recover(terminalLinked, armed, ledgerRecovered)
    expect(told()).toMatchObject([{ sound: 'warning', isUrgent: true, body: expect.stringContaining('ledger') as string }]) // prettier-ignore
    await store(terminalLost)
    expect(titles()).toEqual(['DEMO: Link lost warning'])
  })

  it('what is wrong with the program itself, which no event tells', async () => {
    const { complain, titles } = await aDesk()
    await complain('warn', 'The disk is nearly full.')
    await complain('error', 'The engine stopped and is being started again (it ended with code 1).')
    expect(titles()).toEqual(['The desk has a problem warning'])
  })

  it('what was wrong with the program before anybody listened, oldest first and once', async () => {
    const said = (level: NoticeView['level'], text: string) => ({ atMs: EpochMs.parse(1), level, text })
    const newestFirst = [
      said('error', 'The second.'),
      said('warn', 'A warning.'),
      said('error', 'The first.'),
    ]
    const { told, complain } = await aDesk([terminalLinked], [], newestFirst)
    await vi.advanceTimersByTimeAsync(800)
    expect(told()).toMatchObject([{ title: '2 alerts', isUrgent: true, sound: 'warning', body: 'The desk has a problem: The first.\nThe desk has a problem: The second.' }]) // prettier-ignore
    await complain('error', 'The third.')
    expect(told().map(({ body }) => body)).toEqual(['The third.'])
  })

  it('nothing once it was stopped', async () => {
    const { store, titles, desk } = await aDesk()
    desk.stop()
    await store(missionIssued)
    expect(titles()).toEqual([])
  })
})

describe('what is heard', () => {
  const cue = { sound: 'fill', spoken: 'demo. Filled.' } as const

  it('is off by one switch, whatever is on beside it', () => {
    expect(playOf(cue, settingsOf({ voice: true, quiet: true }))).toBeNull()
    expect(playOf(cue, settingsOf({ voice: true, volume: 0 }))).toBeNull()
  })

  it('is a sound, and a voice only where it was asked for', () => {
    expect(playOf(cue, settingsOf({}))).toEqual({ sound: 'fill', spoken: null, volume: 40 })
    expect(playOf(cue, settingsOf({ voice: true, sounds: false }))).toEqual({ sound: null, spoken: 'demo. Filled.', volume: 40 }) // prettier-ignore
    expect(playOf({ sound: null, spoken: null }, settingsOf({ voice: true }))).toBeNull()
  })
})

it('a lost link and trouble can be silent, and never off', () => {
  for (const kind of ['link', 'trouble']) {
    expect(AlertSettings.safeParse({ noise: { [kind]: 'silent' } }).success).toBe(true)
    expect(AlertSettings.safeParse({ noise: { [kind]: 'off' } }).success).toBe(false)
  }
})
