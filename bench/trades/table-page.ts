/** What a person waits for on the page of trades, and beside the curve of the War Room: timed inside the page. */
import type { Page } from '@playwright/test'

/** From the click on the door to a row with its figures on the screen, ms. Leaves the page open. */
export const firstRows = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const door = (word: string) =>
      [...document.querySelectorAll<HTMLElement>('nav button')].find(
        each => each.textContent?.trim() === word || each.title.startsWith(word),
      )
    const frame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))
    door('Room')?.click()
    for (let k = 0; k < 30; k++) await frame()
    const began = performance.now()
    door('Trades')?.click()
    while (document.querySelectorAll('[role=table] [role=row] [role=cell]').length === 0) await frame()
    await frame()
    return performance.now() - began
  })

/** Frames while the table runs by, and the share of its rows on the screen that had no figures yet. */
export const scrolled = (page: Page, seconds: number): Promise<{ framesMs: number[]; bare: number }> =>
  page.evaluate(
    ms =>
      new Promise(resolve => {
        const table = document.querySelector('[role=table]') as HTMLElement
        const framesMs: number[] = []
        const began = performance.now()
        let last = began
        let [rows, bare] = [0, 0]
        const look = (now: number) => {
          framesMs.push(now - last)
          last = now
          table.scrollTop += 180
          for (const row of table.querySelectorAll('[role=rowgroup] [role=row]')) {
            rows++
            if (row.childElementCount === 0) bare++
          }
          if (now - began < ms) requestAnimationFrame(look)
          else resolve({ framesMs: framesMs.slice(1), bare: bare / rows })
        }
        requestAnimationFrame(look)
      }),
    seconds * 1_000,
  )

/** From a fresh War Room to the curve of its closed trades on the screen, ms. */
export const curveDrawn = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const frame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))
    const door = (word: string) =>
      [...document.querySelectorAll<HTMLElement>('nav button')].find(
        each => each.textContent?.trim() === word || each.title.startsWith(word),
      )
    door('Log')?.click()
    for (let k = 0; k < 30; k++) await frame()
    const began = performance.now()
    door('Room')?.click()
    while (document.querySelector('.recharts-area-curve') === null) await frame()
    await frame()
    return performance.now() - began
  })
