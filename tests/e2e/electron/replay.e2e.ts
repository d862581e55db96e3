/** The proving ground in the real app: a day that the desk has kept is played again, and the lab runs beside it. */
import path from 'node:path'
import { openLedger } from '../../../engine/adapters/ledger/index.ts'
import { openMarketStore } from '../../../engine/adapters/market-store/index.ts'
import { EpochMs } from '../../../engine/contracts/primitives.ts'
import { chartMinutes } from '../../../engine/testkit/chart-minutes.ts'
import { tradeHistory } from '../../../engine/testkit/trade-history.ts'
import { expect, test } from '../support/desktop-app.ts'
import type { DesktopApp } from '../support/desktop-app.ts'

const DAY_MS = 86_400_000
/** On a machine that may have other work. */
const SOON = { timeout: 30_000 }

/** One trade of the ledger, and the minutes of its day. */
function keepOneDay({ dataFolder }: DesktopApp): void {
  const binding = process.env['BITTEN_SQLITE_BINDING'] ?? null
  const events = Array.from(tradeHistory({ trades: 1, account: 'simulated' }), ({ event }) =>
    event.kind === 'tradeClosed' && event.trade.mission ? { ...event, trace: event.trade.mission } : event,
  )
  const ledger = openLedger({ file: path.join(dataFolder, 'ledger.db'), binding })
  ledger.append(events, EpochMs.parse(1_000))
  ledger.close()
  const issued = events.find(event => event.kind === 'missionIssued')
  if (issued?.kind !== 'missionIssued') throw new Error('no mission was made')
  const { terminal, pair, issuedMs } = issued.mission
  const store = openMarketStore({ file: path.join(dataFolder, 'market.db'), binding })
  store.write(terminal, pair, 5, chartMinutes((Math.floor(issuedMs / DAY_MS) + 1) * DAY_MS, 3_000))
  store.close()
}

test('a day is replayed, a backtest runs in a process of its own, and both leave the desk as it was', async ({
  desktop,
}) => {
  keepOneDay(desktop)
  const { app, page } = await desktop.start('--no-training')
  await page.getByRole('navigation').getByRole('button', { name: 'Proving ground' }).click()

  await page.getByRole('button', { name: 'Replay a day' }).click()
  const replay = page.getByRole('region', { name: 'Replay of a day' })
  const log = page.getByRole('region', { name: 'What happened so far' })
  await expect(replay.getByRole('img', { name: /1 of the day\.$/ })).toBeVisible(SOON)
  await expect(log).toContainText('Nothing yet.')
  await replay.getByRole('button', { name: 'To the next mission' }).click()
  await expect(log.getByRole('listitem')).toHaveCount(1)
  await expect(log).toContainText('issued, SILVER')
  await replay.getByRole('button', { name: '60×' }).click()
  await page.keyboard.press('Space')
  await expect(log).toContainText('Closed:', SOON)
  await page.keyboard.press('Space')
  await expect(replay.getByRole('button', { name: 'Play' })).toBeVisible()
  await page.screenshot({ path: 'test-results/war-room/replay-electron.png' })

  await page.getByRole('button', { name: 'Runs', exact: true }).click()
  const form = page.getByRole('form')
  await form.getByRole('button', { name: 'Made up' }).click()
  await form.getByLabel('Days').fill('30')
  await form.getByLabel('EURUSD').check()
  await form.getByRole('button', { name: 'Start' }).click()
  const lab = page.getByRole('region', { name: 'The lab' })
  await expect(lab).toContainText(/ of 1/, SOON)
  await expect(lab).toContainText('Done in', { timeout: 90_000 })
  await lab.getByRole('button', { name: 'Open it' }).click()
  await expect(page.getByRole('region', { name: 'Backtest 1' })).toContainText('say nothing about any market')
  await page.screenshot({ path: 'test-results/war-room/proving-electron.png' })

  await form.getByLabel('Days').fill('700')
  await form.getByRole('button', { name: 'Start' }).click()
  const labs = () =>
    app.evaluate(
      electron => electron.app.getAppMetrics().filter(({ name }) => name === 'BITTEN lab-desk').length,
    )
  await expect.poll(labs, SOON).toBe(1)
  await lab.getByRole('button', { name: 'Cancel' }).click()
  await expect(lab).toContainText('Cancelled.')
  await expect.poll(labs, SOON).toBe(0)
  await desktop.stop()
  expect(await desktop.log()).not.toMatch(/the lab is gone|being started again/)
})
