import type { Page } from '@playwright/test'

export type Moments = Readonly<{ interactiveMs: number; viewMs: number }>

/**
 * When the page could first be used: `button` is there, on top and enabled, all fonts are there, and a second frame has been
 * drawn since. When it first showed what `view` selects. Both by the computer's clock. Watched frame by frame inside the page:
 * the driver itself looks again only after up to half a second.
 */
export const firstMoments = (page: Page, button: string, view: string): Promise<Moments> =>
  page.evaluate(
    wanted =>
      new Promise<Moments>(resolve => {
        const now = () => performance.timeOrigin + performance.now()
        const isUsable = () => {
          const named = [...document.querySelectorAll('button')].find(each =>
            each.textContent.toLowerCase().includes(wanted.button),
          )
          if (named === undefined || named.disabled || document.fonts.status !== 'loaded') return false
          const { x, y, width, height } = named.getBoundingClientRect()
          return width > 0 && named.contains(document.elementFromPoint(x + width / 2, y + height / 2))
        }
        let frames = 0
        let interactiveMs: number | null = null
        let viewMs: number | null = null
        const look = () => {
          frames = isUsable() ? frames + 1 : 0
          if (frames === 2) interactiveMs ??= now()
          if (document.querySelector(wanted.view) !== null) viewMs ??= now()
          if (interactiveMs !== null && viewMs !== null) resolve({ interactiveMs, viewMs })
          else requestAnimationFrame(look)
        }
        look()
      }),
    { button, view },
  )
