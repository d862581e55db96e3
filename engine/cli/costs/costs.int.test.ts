import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLedger } from '../../adapters/ledger/index.ts'
import { ExecutionCosts } from '../../contracts/execution-costs.ts'
import { EpochMs, type AccountKind } from '../../contracts/primitives.ts'
import { bitten } from '../../testkit/command-line.ts'
import { anOrderPlan, orderEvents } from '../../testkit/order-events.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'

/** A data folder with so many closed trades of each kind. */
function aFolder(trades: Readonly<Partial<Record<AccountKind, number>>>): string {
  const folder = temporaryFolder()
  const ledger = openLedger({ file: path.join(folder, 'ledger.db'), binding: sqliteBinding() })
  let number = 0
  for (const [account, count] of Object.entries(trades))
    for (let k = 0; k < count; k++)
      for (const { wallMs, event } of orderEvents(
        anOrderPlan({ number: ++number, account: account as AccountKind }),
      ))
        ledger.append([event], EpochMs.parse(wallMs))
  ledger.close()
  return folder
}

describe('bitten costs', () => {
  it('shows each kind of account by itself, as a table that begins with what cost the most', async () => {
    const { code, stdout, stderr } = await bitten(aFolder({ demo: 12, simulated: 3 }), 'costs')

    expect([code, stderr]).toEqual([0, ''])
    const [demo = '', simulated = ''] = stdout.split(/(?=Costs, simulated)/)
    expect(demo).toContain('Costs, demo: 12 closed trades, 2026-01-06 09:30 to 2026-01-06 09:30 UTC')
    expect(demo).toContain('The spread cost the most: 0.90 R over 12 trades')
    expect(demo).toMatch(/Spread +12 +0\.8 pip +0\.8 pip +0\.075 +0\.075 +0\.90 +9\.60\n/)
    expect(demo).toMatch(/Slippage, entry +12 +0\.3 pip/)
    expect(demo).toMatch(/Together +12 +2\.3 pip +2\.3 pip +0\.217 +0\.217 +2\.60 +27\.84\n/)
    expect(demo).toMatch(/Recorded to deal +12 +63 ms +63 ms\n/)
    expect(demo).toMatch(/Weekday +trades.*\nTuesday +12/)
    expect(simulated).toMatch(/Spread +3 +too few +too few +too few +too few +0\.22 +2\.40\n/)
    expect(simulated).toContain('Too few closed trades to say what cost the most: 3 of at least 10.')
  })

  it('answers in JSON as its contract says, for one kind of account', async () => {
    const { code, stdout } = await bitten(
      aFolder({ demo: 11, live: 1 }),
      'costs',
      '--account',
      'demo',
      '--json',
    )

    expect(code).toBe(0)
    const { costs } = JSON.parse(stdout) as { costs: unknown[] }
    expect(costs).toHaveLength(1)
    expect(ExecutionCosts.parse(costs[0])).toMatchObject({ account: 'demo', all: { trades: 11 } })
  })

  it('says in one sentence that there is nothing to read, or that it was asked wrongly', async () => {
    const none = await bitten(temporaryFolder(), 'costs')
    expect(none).toMatchObject({ code: 1, stdout: '' })
    expect(none.stderr).toMatch(/^bitten: There is no ledger in .*\n$/)
    expect((await bitten(aFolder({}), 'costs')).stdout).toBe('No trade has been closed yet.\n')
    expect(await bitten(temporaryFolder(), 'costs', '--account', 'paper')).toMatchObject({ code: 2 })
  })
})
