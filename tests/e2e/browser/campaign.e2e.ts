/** The campaign's page: what a rank allows, what earned a badge, what today asks, and every award. */
import { violations } from '../support/axe.ts'
import { firstDay, someWeeks } from '../support/campaigns.ts'
import { demoRoom as room_, unlinkedRoom } from '../support/rooms.ts'
import { aCampaign } from '../support/view-parts.ts'
import { expect, test } from '../support/war-room.ts'
import type { CampaignAnswer } from '../../../engine/contracts/campaign.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const played = someWeeks('demo')
/** The frame tells the same story as the page. */
const demoRoom = {
  ...room_,
  campaign: aCampaign({ ...(played.is === 'answer' && partOf(played.value)), kind: 'demo' }),
}
function partOf({ xp, rank, rankXp, nextRank, nextRankXp, streak, challenges }: CampaignAnswer) {
  return { xp, rank, rankXp, nextRank, nextRankXp, challenges, streak }
}

const go = (room: WarRoomPage) => room.page.getByRole('button', { name: 'Campaign' }).click()
const region = (room: WarRoomPage, name: string) => room.page.getByRole('region', { name, exact: true })

for (const { width, height } of [
  { width: 1024, height: 640 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
])
  test(`it fits into ${width} × ${height}, and anybody can read it`, async ({ page, room }) => {
    await page.setViewportSize({ width, height })
    await room.open({ view: demoRoom, answers: { campaign: played } })
    await go(room)

    await expect(region(room, 'Badges').getByRole('button')).toHaveCount(12)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await room.picture(`campaign-${width}x${height}`)
    expect(await violations(page)).toEqual([])
  })

test('it shows the five ranks with what each allows, and where the trader stands', async ({ room }) => {
  await room.open({ view: demoRoom, answers: { campaign: played } })
  await go(room)
  const ranks = region(room, 'Ranks')

  await expect(ranks.getByRole('listitem')).toHaveCount(5)
  await expect(ranks.getByRole('listitem').first()).toContainText('Commander')
  await expect(ranks.getByRole('listitem').first()).toContainText('Several terminals at once')
  await expect(ranks.locator('[aria-current=step]')).toContainText('XP to go')
})

test('a badge says what earned it, trade by trade, or that it is not earned yet', async ({ page, room }) => {
  await room.open({ view: demoRoom, answers: { campaign: played } })
  await go(room)
  const sheet = (name: string) => page.getByRole('dialog', { name })

  await page.getByRole('button', { name: /^Sharpshooter/ }).click()
  await expect(sheet('Sharpshooter').getByRole('listitem')).toHaveCount(10)
  await expect(sheet('Sharpshooter').getByRole('listitem').first()).toContainText(/Order \d{26}/)
  await room.picture('campaign-badge')
  await sheet('Sharpshooter').getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: /^Squad Leader/ }).click()
  await expect(sheet('Squad Leader')).toContainText('Not earned yet.')
})

test('today has three challenges, the week one, each with its state in words', async ({ room }) => {
  await room.open({ view: demoRoom, answers: { campaign: played } })
  await go(room)
  const challenges = region(room, 'Challenges')

  await expect(challenges.getByRole('region', { name: 'Today' }).getByRole('listitem')).toHaveCount(3)
  await expect(challenges.getByRole('region', { name: 'This week' }).getByRole('listitem')).toHaveCount(1)
  await expect(challenges.getByRole('region', { name: 'Today' }).getByRole('listitem').first()).toContainText(/Open|Kept so far|Met|Missed/) // prettier-ignore
})

test('the log turns to older awards when it is asked', async ({ page, room }) => {
  const newest = played
  await room.open({ view: demoRoom, answers: { campaign: newest } })
  await go(room)
  const log = region(room, 'XP log')

  await expect(log.getByRole('listitem')).toHaveCount(60)
  const asked = await page.evaluate(() => {
    const { bitten } = window as unknown as { bitten: { ask: (query: unknown) => unknown } }
    const before: unknown[] = []
    const { ask } = bitten
    bitten.ask = query => (before.push(query), ask(query))
    Object.assign(window, { asked: before })
    return before.length
  })
  expect(asked).toBe(0)
  await log.getByRole('button', { name: 'Older' }).click()
  const next = newest.is === 'answer' ? newest.value.awards.nextBeforeSeq : null
  expect(next).not.toBeNull()
  await expect(log.getByRole('button', { name: 'Newest' })).toBeEnabled()
  expect(await page.evaluate(() => (window as unknown as { asked: unknown[] }).asked)).toContainEqual({ kind: 'campaign', account: 'demo', beforeSeq: next, limit: 60 }) // prettier-ignore
})

test('the room tells it in short', async ({ room }) => {
  await room.open({ view: demoRoom })

  await expect(region(room, 'Experience')).toContainText('streak 6 · badges 3 of 12')
})

test('a first day, a missing account, a wait and a fault each say what is the case', async ({ room }) => {
  await room.open({ view: demoRoom, answers: { campaign: firstDay('demo') } })
  await go(room)
  await expect(region(room, 'XP log')).toContainText('No XP yet.')
  await room.picture('campaign-first-day')
  await room.open({ view: unlinkedRoom })
  await go(room)
  await expect(region(room, 'Campaign')).toContainText('No account yet.')
  await room.open({ view: demoRoom })
  await go(room)
  await expect(region(room, 'Campaign')).toContainText('Reading the campaign.')
  await room.open({ view: demoRoom, answers: { campaign: { is: 'failed', code: 'CORRUPT', text: 'The ledger can’t be read.' } } }) // prettier-ignore
  await go(room)
  await expect(region(room, 'Campaign')).toContainText('The ledger can’t be read.')
  await expect(region(room, 'Campaign').getByRole('button', { name: 'Read again' })).toBeVisible()
})
