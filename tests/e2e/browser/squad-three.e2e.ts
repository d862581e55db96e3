/** Three installs with keys of their own hand dispatches on as files, and one of them sees the others on its board. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { violations } from '../support/axe.ts'
import { Install } from '../support/squad.ts'
import { expect, test } from '../support/war-room.ts'

const demo = (...results: readonly number[]) => results.map(r => ({ account: 'demo' as const, r }))

test('an invitation goes out, enlistments and reports come back, and the board shows what was signed', async ({
  browser,
  pages,
}) => {
  test.setTimeout(120_000)
  const open = (past: Parameters<typeof Install.open>[2]) => Install.open(browser, pages.url, past)
  const [viper, ghost, eagle] = await Promise.all([
    open([]),
    open([...demo(2, -1, 1.5, -1), { account: 'simulated', r: 3 }]),
    open(demo(-1, -1)),
  ])
  try {
    await viper.takeName('Viper ⚡', 'Results')
    await ghost.takeName('Ghost 👻', 'Results')
    await eagle.takeName('نسر الليل', 'Name')

    await viper.panel('Invite').getByLabel('Recruits').fill('2')
    await viper.panel('Invite').getByRole('button', { name: 'Make an invitation' }).click()
    await expect(viper.page.getByRole('img', { name: 'QR code of this dispatch' })).toBeVisible()
    await viper.page.screenshot({ path: 'test-results/war-room/squad-invitation.png' })
    const invitation = await viper.save('invitation.bitten')

    for (const recruit of [ghost, eagle]) {
      await recruit.openFile(invitation)
      await viper.openFile(await recruit.save('enlistment.bitten'))
      await expect(viper.panel('Receive').getByLabel('A dispatch')).toHaveValue('')
    }
    await expect(viper.panel('Squad board')).toContainText('2 recruits of at most 200')
    await expect(viper.panel('Invite')).toContainText('2 of 2 used')

    const reports: string[] = []
    for (const recruit of [ghost, eagle]) {
      await recruit.panel('Your leader').getByRole('button', { name: 'Report on last week' }).click()
      reports.push(await recruit.save('report.bitten'))
      await viper.openFile(reports.at(-1) ?? '')
      await expect(viper.panel('Receive').getByLabel('A dispatch')).toHaveValue('')
    }
    const ghosts = await viper.row('Ghost 👻')
    await expect(ghosts).toHaveCount(2)
    await expect(ghosts.filter({ hasText: 'Demo' })).toContainText('+1.50 R')
    await expect(ghosts.filter({ hasText: 'Demo' })).toContainText('n 4')
    await expect(ghosts.filter({ hasText: 'Demo' })).toContainText('15 % – 85 %')
    await expect(ghosts.filter({ hasText: 'Training' })).toContainText('+3.00 R')
    await expect(await viper.row('نسر الليل')).toContainText('not shown')
    await viper.page.screenshot({ path: 'test-results/war-room/squad-board.png' })
    await ghost.page.screenshot({ path: 'test-results/war-room/squad-recruit.png' })
    expect(await violations(viper.page)).toEqual([])

    const refusal = viper.panel('Receive').getByRole('alert')
    await viper.openFile(reports[0] ?? '')
    await expect(refusal).toContainText('there is one a week')
    const forged = path.join(viper.folder, 'forged.bitten')
    const text = readFileSync(reports[0] ?? '', 'utf8')
    writeFileSync(forged, text.slice(0, 60) + (text[60] === 'A' ? 'B' : 'A') + text.slice(61))
    await viper.openFile(forged)
    await expect(refusal).toContainText('signature of this dispatch does not fit')
    await eagle.openFile(reports[0] ?? '')
    await expect(eagle.panel('Receive').getByRole('alert')).toContainText('for another leader')
  } finally {
    await Promise.all([viper.close(), ghost.close(), eagle.close()])
  }
})
