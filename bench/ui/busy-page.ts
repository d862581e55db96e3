/** What a page does with its main thread, its frames and its memory. */
import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession, Page } from '@playwright/test'

export type Busy = Readonly<{ share: number; longTasksMs: readonly number[] }>

/** Chromium's own counters of the page's main thread. */
async function metricsOf(session: CDPSession): Promise<(name: string) => number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return name => metrics.find(metric => metric.name === name)?.value ?? Number.NaN
}

export async function sessionOf(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return session
}

/** Share of the time in which the main thread had a task, and each task of over 50 ms. */
export async function busyFor(page: Page, session: CDPSession, seconds: number): Promise<Busy> {
  const tasks = await page.evaluateHandle(() => {
    const long: number[] = []
    new PerformanceObserver(list => list.getEntries().forEach(({ duration }) => long.push(duration))).observe(
      {
        type: 'longtask',
      },
    )
    return long
  })
  const before = await metricsOf(session)
  await pause(seconds * 1_000)
  const after = await metricsOf(session)
  const spent = (name: string) => after(name) - before(name)
  return { share: spent('TaskDuration') / spent('Timestamp'), longTasksMs: await tasks.jsonValue() }
}

/** Milliseconds from each frame to the next. */
export const framesOf = (page: Page, seconds: number): Promise<number[]> =>
  page.evaluate(
    ms =>
      new Promise<number[]>(resolve => {
        const frames: number[] = []
        const began = performance.now()
        let last = began
        const look = (now: number) => {
          frames.push(now - last)
          last = now
          if (now - began < ms) requestAnimationFrame(look)
          else resolve(frames.slice(1))
        }
        requestAnimationFrame(look)
      }),
    seconds * 1_000,
  )

/** Bytes of the page's heap after a forced collection. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  return (await metricsOf(session))('JSHeapUsedSize')
}
