/** The five steps of a newcomer, and the strip that leads through the first mission. */
import type { Page } from '@playwright/test'
import type { WarRoomView } from '../../../engine/contracts/views.ts'
import { violations } from '../support/axe.ts'
import { fullHouse } from '../support/full-house.ts'
import { take } from '../support/palette.ts'
import { realSettings } from '../support/real-settings.ts'
import { liveRoom, quietRoom } from '../support/rooms.ts'
import {
  aFire,
  aLink,
  aMissionView,
  anAuto,
  aPosition,
  at,
  aTrade,
  cents,
  MARKET_MS,
} from '../support/view-parts.ts'
import { test as base, expect } from '../support/war-room.ts'
import type { WarRoomPage } from '../support/war-room.ts'

const test = base.extend<{ real: ReturnType<typeof realSettings> }>({
  real: async ({}, use) => {
    const real = realSettings()
    await use(real)
    real.remove()
  },
})

const TITLES = ['A desk, not a promise', 'Your call-sign', 'What you may lose', 'Where prices come from', 'Your first mission'] // prettier-ignore
const USUAL = { width: 1440, height: 900 }
const SMALL = { width: 1024, height: 640 }

const sheet = (page: Page) => page.locator('dialog[open]')
const heading = (page: Page) => sheet(page).getByRole('heading', { level: 2 })
const press = (page: Page, name: string) => sheet(page).getByRole('button', { name, exact: true }).press('Enter') // prettier-ignore
const guide = (page: Page) => page.getByRole('region', { name: 'Your first mission' })
const ends = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.firstStepsEnds)
const commands = (room: WarRoomPage) => room.page.evaluate(() => window.fakeEngine.commands)

const settle = (page: Page) =>
  page.waitForFunction(() =>
    document.getAnimations().every(({ effect }) => effect?.getComputedTiming().iterations === Infinity),
  )

/** At both sizes nothing sticks out, nothing has to be scrolled, and axe finds nothing. */
async function looksRight(room: WarRoomPage, at: number): Promise<void> {
  const { page } = room
  for (const [name, size] of Object.entries({ small: SMALL, usual: USUAL })) {
    await page.setViewportSize(size)
    await settle(page)
    await room.picture(`onboarding-${at + 1}-${name}`)
    expect(await violations(page), `${name} ${at}`).toEqual([])
    const hidden = await sheet(page).evaluate(root =>
      [root, ...root.querySelectorAll('*')]
        .filter(each => getComputedStyle(each).overflowY !== 'visible' && each.tagName !== 'INPUT')
        .filter(each => each.scrollHeight > each.clientHeight || each.scrollWidth > each.clientWidth)
        .map(each => `${each.className}: ${each.scrollHeight} in ${each.clientHeight}`),
    )
    expect(hidden, `${name} ${at}`).toEqual([])
  }
}

test('five steps by keys alone, then a guide that follows what happens', async ({ page, room, real }) => {
  test.setTimeout(120_000)
  const { missions, positions, closed }: Pick<WarRoomView, 'missions' | 'positions' | 'closed'> = {
    missions: [aMissionView()],
    positions: [aPosition()],
    closed: [aTrade({ netCents: cents(40), closeMs: at(MARKET_MS + 60_000) })],
  }
  await room.open({ ...fullHouse, view: quietRoom, firstSteps: 'due' })
  await real.behind(page)

  await test.step('each has its title, its place on the way, and the focus', async () => {
    for (const [at, title] of TITLES.entries()) {
      await expect(heading(page)).toHaveText(title)
      await expect(heading(page)).toBeFocused()
      await expect(sheet(page).locator('[aria-current=step]')).toHaveCount(1)
      await expect(sheet(page)).toContainText(`Step ${at + 1} of 5`)
      await looksRight(room, at)
      if (at < TITLES.length - 1) await press(page, 'Next')
    }
    for (const title of TITLES.slice(1, -1).reverse()) {
      await press(page, 'Back')
      await expect(heading(page)).toHaveText(title)
    }
  })

  await test.step('a call-sign is taken by Next; one that is refused keeps the step', async () => {
    await expect(heading(page)).toHaveText('Your call-sign')
    await page.evaluate(() => {
      window.fakeEngine.commandAnswer = { is: 'refused', code: 'BAD_CALL_SIGN', text: 'It is too long.' }
    })
    await page.keyboard.press('Tab')
    await expect(page.getByRole('textbox', { name: 'Call-sign' })).toBeFocused()
    await page.keyboard.type('Viper 7')
    await page.keyboard.press('Enter')
    await expect(sheet(page).getByRole('alert')).toContainText('It is too long.')
    await expect(heading(page)).toHaveText('Your call-sign')
    await page.evaluate(() => {
      window.fakeEngine.commandAnswer = { is: 'done', text: 'You are Viper 7 from now on.' }
    })
    await page.keyboard.press('Enter')
    await expect(heading(page)).toHaveText('What you may lose')
    // A click that something lies over never arrives.
    await expect(page.getByRole('log')).toContainText('You are Viper 7')
    await sheet(page).getByRole('button', { name: 'Next' }).click({ trial: true })
    await page.setViewportSize(SMALL)
    await sheet(page).getByRole('button', { name: 'Next' }).click({ trial: true })
    await page.setViewportSize(USUAL)
    const asked = { kind: 'squad', squad: { wish: 'takeCallSign', callSign: 'Viper 7', privacy: 'name' } }
    expect(await commands(room)).toEqual([asked, asked])
  })

  await test.step('risk gets tighter through the desk of the settings, and its money is the engine’s', async () => {
    const risk = sheet(page).getByRole('group', { name: 'Risk of one trade' })
    const day = sheet(page).getByRole('group', { name: 'Stop of the day' })
    await room.patch({ rev: 2 })
    await expect(sheet(page)).toContainText(/102\.14 USD\s*at most, 1 % of the balance/)
    await expect(sheet(page)).toContainText(/600\.00 USD\s*of loss in a day/)
    await expect(risk.getByRole('button')).toHaveText(['1 %', '0.5 %', '0.25 %'])
    await risk.getByRole('button', { name: '0.5 %' }).press('Space')
    await expect(risk.getByRole('button', { name: '0.5 %' })).toHaveAttribute('aria-pressed', 'true')
    await expect(sheet(page).getByRole('status')).toHaveText('It holds from now on.')
    expect(real.desk.now().settings.riskPct).toBe(0.5)
    await room.patch({
      rev: 3,
      fire: aFire({ auto: anAuto({ riskPct: 0.5, riskCents: cents(50) }), lossLimitCents: cents(200) }),
    })
    await expect(sheet(page)).toContainText(/50\.00 USD\s*at most, 0\.5 % of the balance/)
    await day.getByRole('button', { name: '2 %' }).press('Space')
    await expect(day.getByRole('button', { name: '2 %' })).toHaveAttribute('aria-pressed', 'true')
    expect(real.desk.now().settings.limits.dailyLossPct).toBe(2)
    await press(page, 'Back')
    await press(page, 'Next')
    await expect(risk.getByRole('button')).toHaveText(['0.5 %', '0.25 %'])
    await expect(day.getByRole('button')).toHaveText(['2 %', '1 %'])
  })

  await test.step('the training ground is chosen, and the end is kept', async () => {
    await press(page, 'Next')
    await expect(sheet(page).getByRole('button', { name: /^Training ground/ })).toHaveAttribute('aria-pressed', 'true') // prettier-ignore
    await press(page, 'Next')
    await press(page, 'To the War Room')
    await expect(sheet(page)).toHaveCount(0)
    expect(await ends(room)).toEqual(['done'])
  })

  await test.step('the guide says what is the case, and orders nothing', async () => {
    const before = await commands(room)
    const states: readonly (readonly [string, Partial<WarRoomView>])[] = [
      ['Wait for a mission.', {}],
      ['The selector is on Safe', { missions, fire: aFire({ selector: 'SAFE' }) }],
      ['hold Fire for 0.9 seconds', { fire: aFire() }],
      ['Your order is on its way', { missions: [aMissionView({ state: 'fired', orderState: 'sent' })] }],
      ['Your trade is open', { missions: [], positions }],
      ['a kill card', { positions: [], closed }],
    ]
    for (const [place, [text, patch]] of states.entries()) {
      await room.patch({ rev: 4 + place, links: [aLink()], ...patch })
      await expect(guide(page)).toContainText(text)
      await room.picture(`onboarding-guide-${place}`)
      if (text.includes('hold Fire')) {
        await expect(room.trigger).toBeInViewport({ ratio: 1 })
        await page.setViewportSize(SMALL)
        await expect(room.trigger).toBeInViewport({ ratio: 1 })
        await room.picture('onboarding-guide-small')
        await page.setViewportSize(USUAL)
        expect(await violations(page)).toEqual([])
      }
    }
    await guide(page).getByRole('button', { name: 'To the Campaign' }).click()
    await expect(page.getByRole('navigation', { name: 'Screens' }).locator('[aria-current]')).toHaveText('Campaign') // prettier-ignore
    await page.keyboard.press('Alt+1')
    await guide(page).getByRole('button', { name: 'Close the guide' }).click()
    await expect(guide(page)).toHaveCount(0)
    expect(await commands(room)).toEqual(before)
  })
})

test('Escape misses nothing, PAUSE works over it, skipping is kept, and it comes again when asked for', async ({
  page,
  room,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await room.open({
    ...fullHouse,
    view: { is: 'failed', code: 'X', text: 'It is starting.' },
    firstSteps: 'due',
  })
  await expect(heading(page)).toHaveText('A desk, not a promise')
  for (let time = 0; time < 3; time += 1) await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+2')
  await expect(heading(page)).toBeFocused()
  await page.keyboard.press('Alt+p')
  expect(await commands(room)).toEqual([{ kind: 'pause' }])

  await press(page, 'Next')
  await press(page, 'Next')
  await expect(sheet(page).getByText('In money it is known once an account is linked.')).toHaveCount(2)
  await room.picture('onboarding-no-engine')
  await page.evaluate(() => {
    window.fakeEngine.firstStepsAnswer = {
      is: 'failed',
      code: 'X',
      text: 'They come again: the disk is full.',
    }
  })
  await press(page, 'Skip to the War Room')
  await expect(sheet(page)).toHaveCount(0)
  await expect(page.getByRole('log')).toContainText('the disk is full')
  expect(await ends(room)).toEqual(['skipped'])

  await page.evaluate(view => {
    window.fakeEngine.view = view
  }, liveRoom)
  await expect(page.getByRole('banner')).toContainText('Live')
  await expect(guide(page)).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('first steps')
  await expect(page.getByText('They are about made-up money, and another account is linked')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.evaluate(view => {
    window.fakeEngine.view = view
  }, quietRoom)
  await room.patch({ rev: 1_000 })
  await expect(page.getByRole('banner')).toContainText('Training')
  await take(page, 'first steps')
  await expect(heading(page)).toHaveText(TITLES[0] ?? '')
  for (const title of TITLES.slice(1, 4)) {
    // An Enter so soon after the one of the palette presses nothing.
    await sheet(page).getByRole('button', { name: 'Next' }).press('Space')
    await expect(heading(page)).toHaveText(title)
  }
  await sheet(page).getByRole('button', { name: /^MetaTrader 5/ }).press('Space') // prettier-ignore
  await press(page, 'Next')
  await press(page, 'To the War Room')
  await expect(page.getByRole('dialog', { name: 'Connect MetaTrader 5' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Connect MetaTrader' })).toBeFocused()
  expect(await ends(room)).toEqual(['skipped', 'done'])
})
