/** The debrief in the real app: asked of the archive's thread, and drawn under the page's own policy. */
import path from 'node:path'
import { openLedger } from '../../../engine/adapters/ledger/index.ts'
import { EpochMs } from '../../../engine/contracts/primitives.ts'
import { tradeHistory } from '../../../engine/testkit/trade-history.ts'
import { expect, test } from '../support/desktop-app.ts'

test('the trades of the ledger are a curve, five charts and their figures', async ({ desktop }) => {
  const binding = process.env['BITTEN_SQLITE_BINDING'] ?? null
  const ledger = openLedger({ file: path.join(desktop.dataFolder, 'ledger.db'), binding })
  const events = Array.from(tradeHistory({ trades: 420, account: 'simulated' }), ({ event }) => event)
  ledger.append(events, EpochMs.parse(1_000))
  ledger.close()
  const { page } = await desktop.start('--speed=1')
  await page.getByRole('navigation').getByRole('button', { name: 'Debrief' }).click()

  // Chart by chart, on a machine that may have other work.
  const soon = { timeout: 30_000 }
  const filters = page.getByRole('group', { name: 'Filters' })
  await expect(filters).toContainText('420 closed trades', soon)
  const curve = page.getByRole('region', { name: 'Equity and drawdown' })
  await expect(curve.getByRole('img', { name: /^Deepest fall/ })).toBeVisible(soon)
  await expect(page.locator('main .recharts-surface')).toHaveCount(6, soon)
  await page.screenshot({ path: 'test-results/war-room/debrief-electron.png' })
})
