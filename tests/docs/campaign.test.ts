import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { BADGES } from '../../engine/domain/campaign/badges.ts'
import { PAID_A_DAY, XP } from '../../engine/domain/campaign/xp.ts'
import { RANKS } from '../../engine/domain/fire/ranks.ts'

const page = readFileSync(path.join(import.meta.dirname, '../../docs/campaign.md'), 'utf8')
const count = (value: number) => value.toLocaleString('en-US').replace('-', '−')

test('docs/campaign.md has every badge with what it asks for and what it pays', () => {
  for (const { title, how, xp } of Object.values(BADGES))
    expect(page).toContain(`| ${title} | ${how} | ${count(xp)} |`)
})

test('docs/campaign.md has every rank with what it allows', () => {
  for (const { rank, xp, riskPct, openTrades, shotsADay, dailyLossPct, auto } of RANKS)
    expect(page).toContain(`| ${rank} | ${count(xp)} | ${riskPct} % | ${openTrades} | ${shotsADay} | ${dailyLossPct} % | ${auto} |`) // prettier-ignore
})

test('docs/campaign.md pays what the code pays', () => {
  const paid = [...page.matchAll(/^\| a[^|]*\| ([−\d]+) \|/gm)].map(([, xp]) => xp)
  const { PLAN_KEPT, JOURNAL, LESSON, DAY_KEPT, WEEK_KEPT, DAILY_CHALLENGE, WEEKLY_CHALLENGE, RULE_BROKEN } =
    XP
  const code = [PLAN_KEPT, JOURNAL, LESSON, DAY_KEPT, WEEK_KEPT, DAILY_CHALLENGE, RULE_BROKEN]
  expect(paid).toEqual(code.map(count))
  expect(page).toContain(`| stopping at tilt | ${XP.STOOD_DOWN} |`)
  expect(page).toContain(`| the challenge of the week | ${WEEKLY_CHALLENGE} |`)
  expect(PAID_A_DAY).toBe(3)
})
