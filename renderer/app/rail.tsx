import { useStore } from 'zustand'
import { pagesCopy } from '../copy/pages.ts'
import { paletteCopy } from '../copy/palette.ts'
import { PALETTE_KEY, keyText, pageKey } from '../features/palette/key.ts'
import { useDesk } from '../stores/desk-context.ts'
import { Door } from './door.tsx'
import { LookDoor } from './look-door.tsx'
import { PAGES } from './pages.tsx'
import * as css from './rail.css.ts'

const COMMANDS_SIGN = 'M2 3h12v10H2zM4.5 6l2 2-2 2M8.5 10h3'

/** The way from screen to screen, by a click or by its key; at its foot every command, and how the desk looks. */
export function Rail() {
  const { place, palette } = useDesk()
  const here = useStore(place, ({ page }) => page)
  return (
    <div className={css.rail}>
      <nav className={css.doors} aria-label={pagesCopy.region}>
        {PAGES.map(({ id, word, sign }, index) => (
          <Door
            key={id}
            word={word}
            sign={sign}
            aria-current={id === here ? 'page' : undefined}
            title={titleOf(word, index)}
            onClick={() => place.go(id)}
          />
        ))}
      </nav>
      <Door
        word={keyText(PALETTE_KEY)}
        sign={COMMANDS_SIGN}
        aria-haspopup="dialog"
        aria-label={paletteCopy.open(keyText(PALETTE_KEY))}
        title={paletteCopy.open(keyText(PALETTE_KEY))}
        onClick={() => palette.show('palette')}
      />
      <LookDoor />
    </div>
  )
}

function titleOf(word: string, index: number): string {
  const key = pageKey(index)
  return key === null ? word : pagesCopy.key(word, keyText(key))
}
