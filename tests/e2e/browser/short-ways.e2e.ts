/** Ways from wherever one is: the word of the link strip to the page of the links, and a command to the switch of sounds. */
import { violations } from '../support/axe.ts'
import { fullHouse } from '../support/full-house.ts'
import { ask, here, take } from '../support/palette.ts'
import { realSettings } from '../support/real-settings.ts'
import { busyRoom, lostRoom, twoTerminals, unlinkedRoom } from '../support/rooms.ts'
import { expect, test } from '../support/war-room.ts'

const ROOMS = {
  linked: { view: busyRoom, word: 'Linked' },
  lost: { view: lostRoom, word: 'Link down' },
  none: { view: unlinkedRoom, word: 'No terminal is linked.' },
} as const

for (const [name, { view, word }] of Object.entries(ROOMS))
  test(`the word of the link strip leads to the page Link: ${name}`, async ({ page, room }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await room.open({ ...fullHouse, view })
    const way = page
      .getByRole('contentinfo', { name: 'Terminals' })
      .getByRole('button', { name: `${word} To the page Link` })
    await expect(way).toHaveText(word)
    await room.picture(`link-strip-${name}`)
    expect(await violations(page)).toEqual([])
    await way.focus()
    await page.keyboard.press('Enter')
    await expect(here(page)).toHaveText('Link')
  })

test('each of two terminals has that way', async ({ page, room }) => {
  await room.open({ ...fullHouse, view: twoTerminals })
  const ways = page.getByRole('button', { name: /To the page Link$/ })
  await expect(ways).toHaveCount(2)
  await ways.last().click()
  await expect(here(page)).toHaveText('Link')
})

test('a start without the training ground promises no terminal that starts by itself', async ({
  page,
  room,
}) => {
  const strip = page.getByRole('contentinfo', { name: 'Terminals' })
  await room.open({ ...fullHouse, view: unlinkedRoom, training: false })
  await expect(strip).toContainText('A terminal connects when its Expert Advisor has the pairing key.')
  await expect(strip).not.toContainText('training')
})

test('quiet is a command, on and off, and holds', async ({ page, room }) => {
  const real = realSettings()
  await room.open({ ...fullHouse, view: busyRoom })
  await real.behind(page)
  await ask(page, 'quiet')
  await expect(page.getByRole('option')).toHaveText([/^Quiet on/, /^Quiet off/])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('log')).toContainText('Quiet: no sound and no voice.')
  expect(real.desk.now().settings.alerts.quiet).toBe(true)
  await take(page, 'quiet off')
  await expect(page.getByRole('log')).toContainText('Quiet is off')
  expect(real.desk.now().settings.alerts.quiet).toBe(false)
  real.remove()
})
