/** A day out of a real market.db and a real ledger. */
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openArchive, openLedger } from '../adapters/ledger/index.ts'
import { openMarketStore } from '../adapters/market-store/index.ts'
import { EpochMs } from '../contracts/primitives.ts'
import { TRAINING_TERMINAL } from '../contracts/simulator.ts'
import { DAY_MS, MINUTE_MS } from '../domain/market/civil.ts'
import { chartMinutes } from '../testkit/chart-minutes.ts'
import { sqliteBinding } from '../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../testkit/temporary-folder.ts'
import { tradeHistory } from '../testkit/trade-history.ts'
import { KeptMinutes } from './kept-minutes.ts'
import { ReplayDayDesk } from './replay-day-desk.ts'

const events = Array.from(tradeHistory({ trades: 3, account: 'simulated' }), ({ event }) =>
  // As the desk writes it: with the mission that it comes from.
  event.kind === 'tradeClosed' && event.trade.mission ? { ...event, trace: event.trade.mission } : event,
)
const issued = events.find(event => event.kind === 'missionIssued')
const closed = events.find(event => event.kind === 'tradeClosed')
if (issued?.kind !== 'missionIssued' || closed?.kind !== 'tradeClosed') throw new Error('no trade was made')
const { terminal, pair, issuedMs } = issued.mission
const dayMs = EpochMs.parse(Math.floor(issuedMs / DAY_MS) * DAY_MS)

function aDesk(): ReplayDayDesk {
  const folder = temporaryFolder()
  const file = (name: string) => ({ file: path.join(folder, name), binding: sqliteBinding() })
  const ledger = openLedger(file('ledger.db'))
  ledger.append(events, EpochMs.parse(1))
  ledger.close()
  const store = openMarketStore(file('market.db'))
  store.write(terminal, pair, 5, chartMinutes(dayMs + DAY_MS, 3_000))
  store.write(TRAINING_TERMINAL, pair, 5, chartMinutes(dayMs + DAY_MS, 3_000))
  store.write(terminal, 'AUDUSD', 5, chartMinutes(dayMs, 10))
  store.write(terminal, 'EURUSD', 5, chartMinutes(dayMs, 20))
  store.close()
  const archive = openArchive(file('ledger.db'))
  const minutes = new KeptMinutes(file('market.db'))
  onTestFinished(() => {
    minutes.close()
    archive.close()
  })
  return new ReplayDayDesk(minutes, archive)
}

const asked = { terminal, pair, dayMs, marketMs: null }

describe('a day that was kept', () => {
  it('has its minutes, what came before, and the missions and trades of its own pair and terminal', async () => {
    const day = await aDesk().day(asked)
    if (day.is !== 'day') throw new Error('the day was not kept')
    expect([day.bars.length, day.bars[0]?.openMs, day.before.length]).toEqual([1_440, dayMs, 180])
    expect(day.missions.map(({ id }) => id)).toEqual([issued.mission.id])
    expect(day.trades).toMatchObject([{ order: closed.trade.order, r: closed.trade.r }])
    const { stop, target } = issued.mission
    expect(day.trades).toMatchObject([{ stop, target }])
    expect(day.isCut).toBe(false)
    expect(await aDesk().day({ ...asked, terminal: 'another-one' as typeof terminal })).toEqual({
      is: 'none',
    })
    const next = EpochMs.parse(dayMs + DAY_MS)
    expect(await aDesk().day({ ...asked, dayMs: next })).toEqual({ is: 'none' })
  })

  it('is told no further than the market is at its terminal', async () => {
    const early = EpochMs.parse(issuedMs - 30_000)
    const day = await aDesk().day({ ...asked, marketMs: early })
    if (day.is !== 'day') throw new Error('the day was not kept')
    const lastMs = day.bars.at(-1)?.openMs ?? 0
    expect(lastMs + MINUTE_MS).toBeLessThanOrEqual(early)
    expect([day.missions, day.trades]).toEqual([[], []])
    expect(await aDesk().day({ ...asked, marketMs: dayMs })).toEqual({ is: 'none' })
  })

  it('of the training ground is told by its clock alone: a market that has begun anew is not given away', async () => {
    const ofTraining = { ...asked, terminal: TRAINING_TERMINAL }
    expect(await aDesk().day(ofTraining)).toEqual({ is: 'noClock' })
    const day = await aDesk().day({ ...ofTraining, marketMs: EpochMs.parse(dayMs + 10 * MINUTE_MS) })
    expect(day.is === 'day' && day.bars.length).toBe(10)
  })

  it('is offered with how much of it there is, most traded pairs first', async () => {
    const { terminals } = await aDesk().market()
    expect(terminals.find(each => each.terminal === terminal)).toMatchObject({
      terminal,
      pairs: [
        { pair: 'EURUSD', minutes: 20 },
        { pair: 'AUDUSD', minutes: 10 },
        { pair, minutes: 3_000 },
      ],
    })
  })
})
