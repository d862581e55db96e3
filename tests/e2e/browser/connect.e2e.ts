/** The way of a real terminal to the desk, in the window. */
import AxeBuilder from '@axe-core/playwright'
import type { InstallStep } from '../../../engine/contracts/metatrader.ts'
import { demoRoom, unlinkedRoom } from '../support/rooms.ts'
import { expect, test } from '../support/war-room.ts'

const TERMINAL = {
  dataFolder: 'C:\\Users\\me\\AppData\\Roaming\\MetaQuotes\\Terminal\\D0E8209F77C8CF37AD8BF550E51FF075',
  programFolder: 'C:\\Program Files\\Example Broker MetaTrader 5',
  portable: false,
}
const INSTALLED: readonly InstallStep[] = [
  {
    name: 'sources',
    is: 'done',
    text: 'BITTENBridge.mq5 and its headers: 41 written, 0 unchanged, 0 removed.',
  },
  {
    name: 'compiled',
    is: 'failed',
    text: 'MetaEditor found errors:',
    details: ['BITTENBridge.mq5(12,3) : error 149', 'Result: 1 errors, 0 warnings'],
  },
  { name: 'allow the address', is: 'todo', text: 'In MetaTrader …' },
]

test('says how to get a terminal found when there is none, and looks again', async ({ page, room }) => {
  await room.open({ view: unlinkedRoom })
  await page.getByRole('button', { name: 'Connect MetaTrader' }).click()
  const dialog = page.getByRole('dialog', { name: 'Connect MetaTrader 5' })
  await expect(dialog).toContainText('No terminal was found on this computer.')
  await dialog.getByRole('button', { name: 'Look again' }).click()
  await expect(dialog).toContainText('Waiting for the Expert Advisor.')
  await room.picture('connect-none')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('installs, shows what MetaEditor said, and follows the link until it is armed', async ({
  page,
  room,
}) => {
  await room.open({ view: demoRoom, metaTraders: [TERMINAL], installed: INSTALLED })
  await page.getByRole('button', { name: 'Connect MetaTrader' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Install' }).click()
  await expect(dialog.getByRole('status')).toContainText('41 written')
  await expect(dialog.getByRole('status')).toContainText('error 149')
  await expect(dialog.getByRole('status')).not.toContainText('In MetaTrader')
  await expect(dialog.getByText('Armed: shots can be fired')).toBeVisible()
  await room.picture('connect-installed')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

test('shows the key only when it is asked for, says when it is not copied, and forgets it with the dialog', async ({
  page,
  room,
}) => {
  await room.open({ metaTraders: [TERMINAL] })
  const open = page.getByRole('button', { name: 'Connect MetaTrader' })
  await open.click()
  await expect(page.getByText('ABCDE-12345')).toHaveCount(0)
  await page.getByRole('button', { name: 'Show the key' }).click()
  await expect(page.getByText('ABCDE-12345')).toBeVisible()
  await expect(page.getByText('Port 5577')).toBeVisible()
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  const problem = page.locator('[data-level=error]')
  await expect(problem).toContainText('Not copied')
  await expect(page.getByRole('button', { name: 'Copied', exact: true })).toHaveCount(0)
  await problem.getByRole('button').click({ timeout: 2_000 })
  await expect(problem).toHaveCount(0)
  await expect(page.getByText('ABCDE-12345')).toBeVisible()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await open.click()
  await expect(page.getByText('ABCDE-12345')).toHaveCount(0)
})
