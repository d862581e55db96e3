/** From a tick to a closed trade with the real Expert Advisor; on the training ground a newcomer does it, in onboarding.e2e.ts. */
import { expect, test } from '../support/desktop-app.ts'
import { fireTheNextMission, openTrades, speed } from '../support/first-shot.ts'
import { isReady, tradeOnce } from '../support/first-trade.ts'
import { ExpertAdvisorFloor } from '../support/trading-floors.ts'

const SEED = 7
const PICTURES = 'test-results/desktop'

test('a mission is fired by holding, filled with a ticket, closed, and pays XP', async ({ desktop }) => {
  test.setTimeout(600_000)
  const floor = new ExpertAdvisorFloor(desktop)
  try {
    const { page } = await floor.open()
    await isReady(page, floor.pairs)
    await tradeOnce(page, floor, 'test-results/desktop-ea')
  } finally {
    await floor.close()
  }
})

test('a trade survives a power cut: one position, found again by its ticket', async ({ desktop }) => {
  const { page } = await desktop.start(`--seed=${SEED}`, '--speed=600')
  await fireTheNextMission(page, PICTURES)
  await speed(page, '1×').click()
  const ticket = await openTrades(page).getAttribute('data-position')
  await expect(page.getByRole('group', { name: 'Speed of simulated time' })).toContainText('1×')
  await page.waitForTimeout(2_000)

  await desktop.cut()
  const again = await desktop.start(`--seed=${SEED}`, '--speed=1')

  await expect(again.page.getByRole('contentinfo')).toContainText('Armed', { timeout: 60_000 })
  await expect(openTrades(again.page)).toHaveCount(1)
  await expect(openTrades(again.page)).toHaveAttribute('data-position', ticket ?? '')
  await again.page.screenshot({ path: `${PICTURES}/4-after-power-cut.png` })
})
