import { useEffect } from 'react'
import { useStore } from 'zustand'
import { pagesCopy } from '../copy/pages.ts'
import { useDesk } from '../stores/desk-context.ts'
import { PAGES } from './pages.tsx'
import * as css from './rail.css.ts'

/** The way from screen to screen: by a click, or by Alt and a digit. */
export function Rail() {
  const { place } = useDesk()
  const here = useStore(place, ({ page }) => page)
  useEffect(() => {
    const onKey = ({ altKey, ctrlKey, metaKey, code }: KeyboardEvent) => {
      const page = altKey && !ctrlKey && !metaKey ? PAGES[Number(code.replace('Digit', '')) - 1] : undefined
      if (page) place.go(page.id)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [place])
  return (
    <nav className={css.rail} aria-label={pagesCopy.region}>
      {PAGES.map(({ id, word, sign }, index) => (
        <button
          key={id}
          type="button"
          className={css.door}
          aria-current={id === here ? 'page' : undefined}
          title={pagesCopy.key(word, index + 1)}
          onClick={() => place.go(id)}
        >
          <svg className={css.sign} viewBox="0 0 16 16" aria-hidden="true">
            <path d={sign} />
          </svg>
          <span className={css.word}>{word}</span>
        </button>
      ))}
    </nav>
  )
}
