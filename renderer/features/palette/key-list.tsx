import { groupWords, keysCopy } from '../../copy/palette.ts'
import * as dialog from '../../ui/dialog-body.css.ts'
import { KeyCap } from '../../ui/key-cap.tsx'
import type { Action, Pages } from './action.ts'
import { keyText } from './key.ts'
import { useActions } from './use-actions.ts'
import * as css from './key-list.css.ts'

/** Every key of the desk, by group. */
export function KeyList({ pages }: Readonly<{ pages: Pages }>) {
  const keyed = useActions(pages).filter(({ keys = [] }) => keys.length > 0)
  const groups = [...new Set(keyed.map(({ group }) => group))]
  return (
    <div className={dialog.body}>
      <div className={css.groups}>
        <KeyGroup
          title={keysCopy.onControls}
          lines={keysCopy.controls.map(({ words, key }) => ({ words, keys: [key] }))}
        />
        {groups.map(group => (
          <KeyGroup
            key={group}
            title={groupWords[group]}
            lines={keyed.filter(action => action.group === group).map(lineOf)}
          />
        ))}
      </div>
      <p className={dialog.meaning}>{keysCopy.rest}</p>
    </div>
  )
}

type Line = Readonly<{ words: string; meaning?: string | undefined; keys: readonly string[] }>

const lineOf = ({ words, meaning, keys = [] }: Action): Line => ({
  words,
  // A held key does what the palette only shows.
  meaning: keys.some(key => key.with === 'held') ? keysCopy.held : meaning,
  keys: keys.map(key => keyText(key)),
})

function KeyGroup({ title, lines }: Readonly<{ title: string; lines: readonly Line[] }>) {
  return (
    <section className={css.group}>
      <h3 className={css.title}>{title}</h3>
      <dl>
        {lines.map(({ words, meaning, keys }) => (
          <div key={words} className={css.line}>
            <dt>
              {words} <span className={css.meaning}>{meaning}</span>
            </dt>
            <dd className={css.keys}>
              {keys.map(key => (
                <KeyCap key={key}>{key}</KeyCap>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
