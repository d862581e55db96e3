/** The one order that must work when nothing else does: FLATTEN from the window, while the engine is dead and stays dead. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { SimulatorState } from '../../../engine/contracts/simulator-state.ts'
import { expect, test, type DesktopApp } from '../support/desktop-app.ts'
import { fireTheNextMission, openTrades, speed, wall } from '../support/first-shot.ts'

const PICTURES = 'test-results/flatten'

/** What the simulated broker itself has written down as open. */
async function openAtTheBroker({ dataFolder }: DesktopApp): Promise<number> {
  const text = await readFile(path.join(dataFolder, 'training-ground.json'), 'utf8')
  return SimulatorState.parse(JSON.parse(text)).broker.positions.length
}

test('FLATTEN from the window closes everything while the engine is dead, and the next engine finds it closed', async ({
  desktop,
}) => {
  desktop.hasEngineSwitch = true
  const { page } = await desktop.start('--seed=7', '--speed=600')
  await fireTheNextMission(page, PICTURES)
  await speed(page, '1×').click()
  await expect.poll(() => openAtTheBroker(desktop)).toBe(1)

  await desktop.turnEngineOff()
  await expect(page.getByRole('alert')).toContainText('What you see is the last known picture', {
    timeout: 60_000,
  })
  await expect.poll(() => desktop.log(), { timeout: 60_000 }).toContain('The engine failed 5 times in a row')
  await page.screenshot({ path: `${PICTURES}/2-engine-dead.png` })

  await page.keyboard.down('f')
  await page.waitForTimeout(450)
  await page.screenshot({ path: `${PICTURES}/3-flatten-held.png` })
  await page.waitForTimeout(800)
  await page.keyboard.up('f')

  await expect(page.getByRole('log')).toContainText('told training-ground directly to close all', {
    timeout: 10_000,
  })
  await expect.poll(() => openAtTheBroker(desktop), { timeout: 20_000 }).toBe(0)
  await page.screenshot({ path: `${PICTURES}/4-flattened-without-engine.png` })

  await desktop.stop()
  desktop.hasEngineSwitch = false
  const again = await desktop.start('--seed=7', '--speed=1')
  await expect(again.page.getByRole('contentinfo')).toContainText('Armed', { timeout: 60_000 })
  await expect(openTrades(again.page)).toHaveCount(0)
  await expect(wall(again.page)).toHaveCount(1)
  await expect(wall(again.page).first()).toContainText(/deal [1-9]\d* → [1-9]\d*/)
  await again.page.screenshot({ path: `${PICTURES}/5-engine-back.png` })
})
