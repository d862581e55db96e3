import type { SettingFact } from '../../../engine/contracts/settings-desk.ts'
import { optionText, partWords, settingsCopy, wordsOf } from '../../copy/settings.ts'
import { label } from '../../theme/type.css.ts'
import { Button } from '../../ui/button.tsx'
import { fieldsOf } from './fields.ts'
import type { Draft } from '../../stores/draft-store.ts'
import type { Field } from './fields.ts'
import * as css from './settings.css.ts'

type Props = Readonly<{
  fact: SettingFact
  name: string
  draft: Draft
  onDraft: (draft: Draft) => void
  describedBy: string
}>

/** What a setting is set with: one field, or one for each of its parts. */
export function SettingFields({ fact, name, draft, onDraft, describedBy }: Props) {
  const all = fieldsOf(fact)
  const fields = isLeftOut(fact, draft) ? all.slice(0, 1) : all
  return fields.map((field, at) => (
    <OneField
      key={field.part ?? ''}
      field={field}
      name={field.part === null ? name : `${name}: ${partWords[field.part]?.name ?? field.part}`}
      caption={field.part === null ? null : (partWords[field.part]?.name ?? field.part)}
      unit={field.part === null ? wordsOf(fact.key)?.unit : partWords[field.part]?.unit}
      none={fact.orNull && at === 0 ? (wordsOf(fact.key)?.none ?? 'null') : null}
      text={draft[at] ?? ''}
      onText={text => onDraft(draft.map((each, index) => (index === at ? text : each)))}
      describedBy={describedBy}
    />
  ))
}

/** Of several parts the first says whether there is such a limit at all. */
const isLeftOut = ({ range, orNull }: SettingFact, [first]: Draft): boolean =>
  range.is === 'parts' && orNull && first === ''

type OneProps = Readonly<{
  field: Field
  name: string
  caption: string | null
  unit: string | undefined
  /** What an empty one stands for; null: it must not be empty. */
  none: string | null
  text: string
  onText: (text: string) => void
  describedBy: string
}>

function OneField(props: OneProps) {
  const { range } = props.field
  switch (range.is) {
    case 'switch':
      return <Choice {...props} options={['true', 'false']} />
    case 'choice':
      return <Choice {...props} options={range.options} />
    case 'words':
      return <Choice {...props} options={[range.words]} texts={{ [range.words]: settingsCopy.given }} />
    case 'list':
      return <Lines {...props} />
    default:
      return <Line {...props} isNumber={range.is === 'number'} />
  }
}

type ChoiceProps = OneProps &
  Readonly<{ options: readonly string[]; texts?: Readonly<Record<string, string>> }>

function Choice({ name, none, options, texts = {}, text, onText, describedBy }: ChoiceProps) {
  const all = none === null ? options : ['', ...options]
  return (
    <div className={css.choices} role="group" aria-label={name} aria-describedby={describedBy}>
      {all.map(option => (
        <Button key={option} look="small" aria-pressed={option === text} onClick={() => onText(option)}>
          {option === '' ? none : (texts[option] ?? optionText(option))}
        </Button>
      ))}
    </div>
  )
}

function Line({
  name,
  caption,
  unit,
  none,
  text,
  onText,
  describedBy,
  isNumber,
}: OneProps & { isNumber: boolean }) {
  return (
    <label className={css.line}>
      {caption !== null && <span className={label}>{caption}</span>}
      <input
        className={isNumber ? css.figure : css.path}
        aria-label={name}
        aria-describedby={describedBy}
        inputMode={isNumber ? 'decimal' : 'text'}
        autoComplete="off"
        spellCheck={false}
        maxLength={isNumber ? 20 : 1_000}
        placeholder={none ?? ''}
        value={text}
        onChange={event => onText(event.target.value)}
      />
      {unit !== undefined && <span className={css.faint}>{unit}</span>}
    </label>
  )
}

function Lines({ name, text, onText, describedBy }: OneProps) {
  return (
    <label className={css.line}>
      <textarea
        className={css.lines}
        aria-label={name}
        aria-describedby={describedBy}
        rows={3}
        spellCheck={false}
        placeholder={settingsCopy.oneALine}
        value={text}
        onChange={event => onText(event.target.value)}
      />
    </label>
  )
}
