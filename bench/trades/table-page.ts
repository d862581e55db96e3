/** What a person waits for on the page of trades, and beside the curve of the War Room: timed inside the page. */
import type { Page } from '@playwright/test'

type Way = Readonly<{ from: string; to: string; until: string }>

/** From the click on the door of a page to what is waited for on the screen, ms. Leaves the page open. */
const opened = (page: Page, way: Way): Promise<number> =>
  page.evaluate(async ({ from, to, until }) => {
    const door = (word: string) =>
      [...document.querySelectorAll<HTMLElement>('nav button')].find(
        each => each.textContent?.trim() === word || each.title.startsWith(word),
      )
    const frame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))
    door(from)?.click()
    for (let k = 0; k < 30; k++) await frame()
    const began = performance.now()
    door(to)?.click()
    while (document.querySelector(until) === null) await frame()
    await frame()
    return performance.now() - began
  }, way)

/** To a row with its figures. */
export const firstRows = (page: Page): Promise<number> =>
  opened(page, { from: 'Room', to: 'Trades', until: '[role=table] [role=row] [role=cell]' })

/** In a fresh War Room, to the curve of its closed trades. */
export const curveDrawn = (page: Page): Promise<number> =>
  opened(page, { from: 'Log', to: 'Room', until: '.recharts-area-curve' })

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
