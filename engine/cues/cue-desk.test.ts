import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Cue } from '../contracts/cues.ts'
import type { EngineEvent, StoredEvent } from '../contracts/events.ts'
import { EpochMs } from '../contracts/primitives.ts'
import type { NoticeView } from '../contracts/views.ts'
import { AlertSettings } from '../contracts/settings-alerts.ts'
import { AlertReader, storedAt } from '../testkit/alerts.ts'
import { ONE_OF_EACH } from '../testkit/one-of-each.ts'
import { CueDesk, playOf } from './cue-desk.ts'

const { terminalLinked, terminalLost, armed, missionIssued, tradeClosed, guardRaised } = ONE_OF_EACH
const settingsOf = (change: object) => AlertSettings.parse(change)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A desk whose archive has read `before`, and then hears what is stored. */
async function aDesk(before: readonly EngineEvent[] = [terminalLinked]) {
  const ledger: StoredEvent[] = storedAt(before, 1_000)
  const told: Cue[] = []
  let settings = settingsOf({})
  let notice: (given: NoticeView) => void = () => undefined
  let hear: (events: readonly StoredEvent[]) => void = () => undefined
  const desk = new CueDesk({
    desk: {
      // The only question that is asked.
      ask: () => Promise.resolve({ is: 'answer', value: new AlertReader().read(ledger).book.record() } as never),
      onTold: take => ((hear = take), () => (hear = () => undefined)),
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
    titles: () => told.splice(0).map(({ title, sound }) => `${title} ${sound ?? 'silent'}`),
    set: (change: object) => (settings = settingsOf(change)),
    complain: async (level: NoticeView['level'], text: string) => {
      notice({ atMs: EpochMs.parse(1_000), level, text })
      await vi.advanceTimersByTimeAsync(800)
    },
    /** Stored, and not told: the engine died. */
    lose: (...events: readonly EngineEvent[]) => void ledger.push(...storedAt(events, 1_000, ledger.length + 1)),
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

  it('that its engine died, which no event tells', async () => {
    const { complain, titles } = await aDesk()
    await complain('warn', 'The disk is nearly full.')
    await complain('error', 'The engine has died and is started again.')
    expect(titles()).toEqual(['The desk has a problem warning'])
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
