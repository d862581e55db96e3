/** A card in the real app: drawn by a native module in a thread of Electron, shown under the page's own policy, saved, and checked. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { openLedger } from '../../../engine/adapters/ledger/index.ts'
import { EpochMs } from '../../../engine/contracts/primitives.ts'
import { aTradeClosed } from '../../../engine/testkit/events.ts'
import { expect, test } from '../support/desktop-app.ts'

test('a winner of the ledger becomes a card that is saved, and believed when it is dropped', async ({
  desktop,
}) => {
  const binding = process.env['BITTEN_SQLITE_BINDING'] ?? null
  const ledger = openLedger({ file: path.join(desktop.dataFolder, 'ledger.db'), binding })
  ledger.append([aTradeClosed()], EpochMs.parse(1_000))
  ledger.close()
  const { app, page } = await desktop.start('--speed=1')
  const saved = path.join(desktop.dataFolder, 'saved.png')
  await app.evaluate(({ session }, file) => {
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(file))
  }, saved)

  await page.getByRole('navigation').getByRole('button', { name: 'Cards' }).click()
  await page.getByRole('region', { name: 'On record' }).getByRole('listitem').getByRole('button').click()
  const preview = page.getByRole('region', { name: 'Card', exact: true })
  await expect(preview.getByRole('img')).toHaveJSProperty('naturalWidth', 1_200)
  await page.screenshot({ path: 'test-results/war-room/cards-electron.png' })
  await preview.getByRole('link', { name: 'Save as PNG' }).click()
  await expect.poll(() => existsSync(saved)).toBe(true)

  const checker = page.getByRole('region', { name: 'Check a card' })
  const file = { name: 'card.png', mimeType: 'image/png', buffer: readFileSync(saved) }
  await checker.locator('input[type=file]').setInputFiles(file)
  await expect(checker).toContainText('The signature is valid')
  await expect(checker).toContainText('Simulated, no real money')
  await checker.locator('input[type=file]').setInputFiles({ ...file, buffer: file.buffer.subarray(0, 9_000) })
  await expect(checker.getByRole('alert')).toContainText('damaged or not whole')
})
