/** From a simulated tick to a closed trade, in the real app: the walk through the whole house. */
import { expect, test, type DesktopApp } from '../support/desktop-app.ts'
import { ExpertAdvisorFloor, trainingGround, type Floor } from '../support/trading-floors.ts'
import { fireTheNextMission, openTrades, speed, wall } from '../support/first-shot.ts'

const SEED = 7
const PICTURES = 'test-results/desktop'

const FLOORS: readonly Readonly<{ name: string; folder: string; on: (desktop: DesktopApp) => Floor }>[] = [
  { name: 'the training ground', folder: PICTURES, on: trainingGround },
  {
    name: 'the real Expert Advisor',
    folder: 'test-results/desktop-ea',
    on: desktop => new ExpertAdvisorFloor(desktop),
  },
]

for (const { name, folder, on } of FLOORS) {
  test.describe(`on ${name}`, () => {
    test('a mission is fired by holding, filled with a ticket, closed, and pays XP', async ({ desktop }) => {
      test.setTimeout(600_000)
      const floor = on(desktop)
      try {
        await tradeOnce(floor, folder)
      } finally {
        await floor.close()
      }
    })
  })
}

async function tradeOnce(floor: Floor, pictures: string): Promise<void> {
  const { page } = await floor.open()
  await expect(page.getByRole('banner')).toContainText('Training ground', { timeout: 60_000 })
  await expect(page.getByRole('contentinfo')).toContainText('Armed', { timeout: 60_000 })
  await expect(page.getByRole('region', { name: 'Market board' })).toContainText(
    `${floor.pairs} of 15 pairs quoted`,
    { timeout: 90_000 },
  )

  await fireTheNextMission(page, pictures, floor.patienceMs)
  await expect(page.getByRole('region', { name: 'Chart', exact: true }).getByRole('img')).toBeVisible()
  await page.screenshot({ path: `${pictures}/2-trade-open.png` })
  await expect(openTrades(page)).toContainText(/Stop \d/)
  await expect(openTrades(page)).toContainText(/Target \d/)

  await floor.hurry(page)
  await expect(wall(page).first()).toBeVisible({ timeout: 90_000 })
  await floor.calm(page)
  await expect(wall(page).first()).toContainText(/deal [1-9]\d* → [1-9]\d*/)
  await expect(page.getByRole('list', { name: 'Experience' }).getByRole('listitem').first()).toContainText(
    'XP',
  )
  await expect(page.getByRole('region', { name: 'Equity of closed trades' })).toContainText('n 1')
  await page.screenshot({ path: `${pictures}/3-trade-closed.png` })
}

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
