import { cardsCopy, cardWords } from '../../copy/cards.ts'
import { label, number } from '../../theme/type.css.ts'
import { Facts } from './facts.tsx'
import type { Checked } from './use-check.ts'
import * as css from './verify.css.ts'

export function CheckResult({ checked }: Readonly<{ checked: Checked }>) {
  if (checked.is === 'nothing') return <p className={css.note}>{cardsCopy.proves}</p>
  if (checked.is === 'checking') return <p className={css.note}>{cardsCopy.checking}</p>
  if (checked.is === 'failed') return <Refused text={checked.text} />
  const { name, check } = checked
  if (check.is === 'refused') return <Refused text={check.text} name={name} />
  return (
    <>
      <p className={css.verdict.valid}>✓ {cardsCopy.valid}</p>
      <p className={css.name}>{name}</p>
      <p className={css.note}>{cardsCopy.counts}</p>
      <p className={css.kind}>{cardWords[check.facts.card]}</p>
      <Facts facts={check.facts} />
      <p className={label}>{cardsCopy.key}</p>
      <p className={`${number} ${css.key}`}>{check.publicKey}</p>
      <p className={css.note}>{cardsCopy.proves}</p>
    </>
  )
}

function Refused({ text, name = '' }: Readonly<{ text: string; name?: string }>) {
  return (
    <div role="alert">
      <p className={css.verdict.refused}>✗ {cardsCopy.notValid}</p>
      <p className={css.name}>{name}</p>
      <p className={css.why}>{text}</p>
    </div>
  )
}
