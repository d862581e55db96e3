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
  const take = useTake()
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])

  function hear(event: KeyboardEvent): void {
    // Only this sheet is left by it, not what is open behind it.
    if (event.key === 'Escape') event.stopPropagation()
    if (event.nativeEvent.isComposing || !['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) return
    event.preventDefault()
    if (event.key !== 'Enter') move(event.key === 'ArrowDown' ? 1 : -1)
    else if (chosen !== null && !event.repeat) take(chosen)
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
