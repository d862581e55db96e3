import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { paletteCopy } from '../../copy/palette.ts'
import { useDesk } from '../../stores/desk-context.ts'
import type { Action, Pages } from './action.ts'
import { PaletteList, optionId } from './palette-list.tsx'
import { useSearch } from './use-search.ts'
import * as css from './palette.css.ts'

/** A field, and what fits what is typed there. */
export function Palette({ pages }: Readonly<{ pages: Pages }>) {
  const { typed, type, sections, count, chosen, light, move } = useSearch(pages)
  const { palette } = useDesk()
  const take = useTake()
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])

  const answers: Readonly<Record<string, (event: KeyboardEvent) => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: ({ repeat }) => chosen !== null && !repeat && take(chosen),
    Escape: () => palette.shut('palette'),
  }

  function hear(event: KeyboardEvent): void {
    const answer = answers[event.key]
    if (answer === undefined || event.nativeEvent.isComposing) return
    event.preventDefault()
    // Escape leaves this sheet only, not what is open behind it.
    event.stopPropagation()
    answer(event)
  }

  return (
    <div className={css.body}>
      <input
        ref={input}
        className={css.field}
        role="combobox"
        aria-label={paletteCopy.field}
        aria-expanded={count > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen === null ? undefined : optionId(list, chosen.id)}
        placeholder={paletteCopy.placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={typed}
        onChange={event => type(event.currentTarget.value)}
        onKeyDown={hear}
      />
      <p className={css.count} role="status">
        {count === 0 ? paletteCopy.none : paletteCopy.count(count)}
      </p>
      <PaletteList list={list} sections={sections} lit={chosen?.id ?? null} onLight={light} onTake={take} />
      <p className={css.foot}>{paletteCopy.foot}</p>
    </div>
  )
}

/** Shut first, and the focus given back: what is taken may put the focus elsewhere. */
function useTake(): (action: Action) => void {
  const { palette } = useDesk()
  return action => {
    if (action.whyNot !== null) return
    flushSync(() => palette.shut('palette'))
    palette.took(action.id)
    action.run()
  }
}
