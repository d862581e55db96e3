import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLedger } from '../../adapters/ledger/index.ts'
import { Debrief } from '../../contracts/debrief.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { bitten } from '../../testkit/command-line.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { tradeHistory, type HistoryPlan } from '../../testkit/trade-history.ts'

function aFolder(...plans: readonly Partial<HistoryPlan>[]): string {
  const folder = temporaryFolder()
  const ledger = openLedger({ file: path.join(folder, 'ledger.db'), binding: sqliteBinding() })
  for (const plan of plans) {
    const stored = [...tradeHistory(plan)]
    ledger.append(
      stored.map(({ event }) => event),
      EpochMs.parse(0),
    )
  }
  ledger.close()
  return folder
}

describe('bitten debrief', () => {
  it('tells each kind of account by itself, with intervals, and of a few trades only the sums', async () => {
    const folder = aFolder({ trades: 160 }, { trades: 4, account: 'simulated', drill: true, seed: 3 })
    const { code, stdout, stderr } = await bitten(folder, 'debrief')

    expect([code, stderr]).toEqual([0, ''])
    const [demo = '', simulated = ''] = stdout.split(/(?=Debrief, simulated)/)
    expect(demo).toMatch(/Debrief, demo: 160 closed trades, 2014-05-05 .* UTC\n/)
    expect(demo).toMatch(/Win rate +\d+ % \[\d+ %, \d+ %\], n 160; breaks even at \d+ %\n/)
    expect(demo).toMatch(/Expectancy +−?\d\.\d\d \[−?\d\.\d\d, −?\d\.\d\d\] R a trade\n/)
    expect(demo).toMatch(/Weekday +n .*\nMonday +\d+/)
    expect(simulated).toContain('4 closed drills')
    expect(simulated).toMatch(/Win rate +too few\n/)
    expect(stdout).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('answers in JSON as its contract says, and writes the trades that were chosen', async () => {
    const folder = aFolder({ trades: 120 })
    const csv = path.join(folder, 'trades.csv')
    const { code, stdout } = await bitten(folder, 'debrief', '--pair', 'EURUSD,GBPUSD', '--pair', 'USDJPY', '--trials', '40', '--csv', csv, '--json') // prettier-ignore

    expect(code).toBe(0)
    const { debriefs } = JSON.parse(stdout) as { debriefs: unknown[] }
    const [debrief] = debriefs.map(each => Debrief.parse(each))
    expect(debrief?.by.pair.map(({ key }) => key)).toEqual(['EURUSD', 'GBPUSD', 'USDJPY'])
    const rows = readFileSync(csv, 'utf8').trimEnd().split('\r\n')
    expect(rows).toHaveLength(1 + (debrief?.n ?? 0))
    expect(rows[0]).toMatch(/^account,opened_utc,closed_utc,.*,net_account_currency,result_r,/)
    expect(rows[1]).toMatch(/^demo,2014-05-\d\d .*,(EURUSD|GBPUSD|USDJPY),(buy|sell),[A-Z0-9-]+,[A-Z_]+,/)
  })

  it('says in one sentence that there is nothing, or that it was asked wrongly', async () => {
    expect((await bitten(temporaryFolder(), 'debrief')).stderr).toMatch(
      /^bitten: There is no ledger in .*\n$/,
    )
    expect((await bitten(aFolder(), 'debrief')).stdout).toBe('No trade has been closed yet.\n')
    expect(await bitten(temporaryFolder(), 'debrief', '--account', 'paper')).toMatchObject({ code: 2 })
    expect((await bitten(aFolder(), 'debrief', '--from', '2026-02-01', '--to', '2026-01-01')).stderr).toBe(
      'bitten: Nothing lies between --from and --to: give a day before it and one after\n',
    )
    const folder = aFolder({ trades: 12 })
    const nowhere = await bitten(folder, 'debrief', '--csv', path.join(folder, 'no', 'such', 'folder.csv'))
    expect(nowhere).toMatchObject({ code: 1 })
    expect(nowhere.stderr).toContain('Choose another place with --csv')
  })
})
