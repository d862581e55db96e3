import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { openLedger } from '../../../adapters/ledger/index.ts'
import { EpochMs } from '../../../contracts/primitives.ts'
import { newDataFolder } from '../../../testkit/data-folder.ts'
import { eventually } from '../../../testkit/eventually.ts'
import { deskLineTo } from '../../../testkit/host-desk-line.ts'
import { said, wordsOf } from '../../../testkit/said-to-bot.ts'
import { sqliteBinding } from '../../../testkit/sqlite-binding.ts'
import { tradeHistory, type HistoryPlan } from '../../../testkit/trade-history.ts'
import { bundleHost, startWholeHost, viewOf } from '../../../testkit/whole-host.ts'
import { READING_COMMANDS } from './index.ts'

beforeAll(bundleHost, 120_000)

/** A data folder whose ledger has these trades. */
function folderWith(...plans: readonly Partial<HistoryPlan>[]): string {
  const folder = newDataFolder()
  const ledger = openLedger({ file: path.join(folder, 'ledger.db'), binding: sqliteBinding() })
  for (const plan of plans)
    ledger.append(
      [...tradeHistory(plan)].map(({ event }) => event),
      EpochMs.parse(0),
    )
  ledger.close()
  return folder
}

it('every reading command is answered by a whole desk out of its view and its real ledger', async () => {
  const folder = folderWith({ trades: 60 }, { trades: 4, account: 'simulated', drill: true, seed: 3 })
  const host = await startWholeHost(folder, { seed: 7, speed: 60 })
  await eventually(async () => expect((await viewOf(host)).account).not.toBeNull())
  const desk = deskLineTo(host)
  const say = async (text: string) =>
    wordsOf(await said(desk, text, { nowMs: EpochMs.parse(Date.UTC(2014, 4, 23, 18)) }))

  for (const { name } of READING_COMMANDS)
    expect(await say(`/${name}`), name).not.toMatch(/cannot be read|does not answer|undefined|NaN/)

  expect((await said(desk, '/equity demo')).picture?.name).toBe('results-demo.png')
  await eventually(async () => expect((await said(desk, '/chart EURUSD')).picture?.name).toBe('EURUSD.png'))

  expect(await say('/status')).toContain('SIMULATED')
  expect(await say('/profit')).toContain('4 closed drills')
  expect(await say('/profit demo')).toContain('60 closed trades, 2014-05-05 to 2014-05-23')
  const days = (await say('/daily 3 demo')).split('\n').filter(line => /^\d\d-\d\d /.test(line))
  expect(days.map(line => line.slice(0, 7))).toEqual(['05-23 4', '05-22 4', '05-21 4'])
  expect(await say('/trades 1 demo')).toMatch(/1 of 60\n\n[A-Z]{6} (long|short) \d\.\d\d: [+−]\d\.\d\d R/)

  expect(await say('/journal Looked for long, and waited. lesson: Waiting is a position.')).toContain(
    'Written down.',
  )
  expect(await say('/journal')).toContain('Looked for long, and waited.\nLesson: Waiting is a position.')
}, 240_000)
