import { useEffect, useId, useRef } from 'react'
import { paletteCopy } from '../../copy/palette.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import type { Action } from './action.ts'
import type { Section } from './find-actions.ts'
import { keyText } from './key.ts'
import * as css from './palette.css.ts'

/** Ids of elements hold no spaces. */
export const optionId = (list: string, action: string): string => `${list}-${action.replaceAll(' ', '-')}`

type Choice = Readonly<{
  list: string
  lit: string | null
  onLight: (id: string) => void
  onTake: (action: Action) => void
}>

export function PaletteList({ sections, ...choice }: Choice & Readonly<{ sections: readonly Section[] }>) {
  return (
    <div className={css.scroll}>
      {sections.length > 0 && (
        <div id={choice.list} role="listbox" aria-label={paletteCopy.list}>
          {sections.map(section => (
            <Group key={section.title} section={section} {...choice} />
          ))}
        </div>
      )}
    </div>
  )
}

function Group({ section, ...choice }: Choice & Readonly<{ section: Section }>) {
  const title = useId()
  return (
    <div role="group" aria-labelledby={title} className={css.group}>
      <p id={title} className={css.title}>
        {section.title}
      </p>
      {section.actions.map(action => (
        <Option key={action.id} action={action} {...choice} />
      ))}
    </div>
  )
}

function Option({ action, list, lit, onLight, onTake }: Choice & Readonly<{ action: Action }>) {
  const { id, words, meaning, whyNot, keys = [] } = action
  const option = useRef<HTMLButtonElement>(null)
  const isLit = id === lit
  useEffect(() => {
    if (isLit) option.current?.scrollIntoView({ block: 'nearest' })
  }, [isLit])
  return (
    <button
      ref={option}
      type="button"
      tabIndex={-1}
      id={optionId(list, id)}
      role="option"
      className={css.option}
      aria-selected={isLit}
      aria-disabled={whyNot !== null}
      onPointerMove={() => onLight(id)}
      // The focus stays in the field.
      onMouseDown={event => event.preventDefault()}
      onClick={() => onTake(action)}
    >
      <span className={css.words}>{words}</span>
      <span className={css.meaning}>{whyNot ?? meaning}</span>
      <span className={css.keys}>
        {keys.map(key => (
          <KeyCap key={keyText(key)}>{keyText(key)}</KeyCap>
        ))}
      </span>
    </button>
  )
}
