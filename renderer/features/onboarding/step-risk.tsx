import { useState } from 'react'
import { onboardingCopy } from '../../copy/onboarding.ts'
import { useViewState } from '../../stores/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { amountText } from '../../ui/format/money.ts'
import { Choices } from '../../ui/choices.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import * as css from './onboarding.css.ts'
import { daysFrom, risksFrom } from './tighter.ts'
import { useLimits } from './use-limits.ts'
import type { Limits } from './use-limits.ts'

const copy = onboardingCopy.steps.risk

/** The two limits that matter first, in money of the account as the engine says it. */
export function StepRisk() {
  const { set, problem, read, said, change } = useLimits()
  if (set === null)
    return problem === null ? (
      <p className={css.text}>{copy.loading}</p>
    ) : (
      <div className={css.field}>
        <Refusals sentences={[problem]} />
        <div>
          <Button onClick={read}>{copy.again}</Button>
        </div>
      </div>
    )
  return (
    <>
      <div className={css.columns}>
        <Boundaries set={set} onChange={change} />
      </div>
      {said !== null && (said.isDone ? <Done text={said.text} /> : <Refusals sentences={[said.text]} />)}
    </>
  )
}

const Done = ({ text }: Readonly<{ text: string }>) => (
  <p className={css.note} role="status">
    {text}
  </p>
)

type Props = Readonly<{ set: Limits; onChange: ReturnType<typeof useLimits>['change'] }>

function Boundaries({ set, onChange }: Props) {
  // What stood here first: what was tightened by mistake can be taken back, and nothing beyond it.
  const [first] = useState(set)
  const share = (of: number | null) => (of === null ? copy.ofRank : copy.percent(of))
  const fire = useViewState(
    ({ view, trouble, silent }) => (trouble === null && !silent && view?.fire) || null,
  )
  return (
    <>
      <section className={css.part}>
        <Choice
          name={copy.trade}
          meaning={copy.tradeMeaning}
          options={risksFrom(first.riskPct)}
          chosen={set.riskPct}
          text={share}
          onChoose={risk => onChange({ riskPct: risk })}
        />
        <Money
          cents={fire?.auto.riskCents}
          note={copy.atMost(copy.percent(fire?.auto.riskPct ?? set.riskPct))}
        />
      </section>
      <section className={css.part}>
        <Choice
          name={copy.day}
          meaning={copy.dayMeaning}
          options={daysFrom(first.dailyLossPct)}
          chosen={set.dailyLossPct}
          text={share}
          onChoose={dailyLossPct => onChange({ limits: { dailyLossPct } })}
        />
        <Money cents={fire?.lossLimitCents} note={copy.inADay} />
      </section>
    </>
  )
}

type ChoiceProps<T extends number | null> = Readonly<{
  name: string
  meaning: string
  options: readonly T[]
  chosen: T
  text: (option: T) => string
  onChoose: (option: T) => void
}>

function Choice<T extends number | null>({ name, meaning, options, chosen, text, onChoose }: ChoiceProps<T>) {
  const words = Object.fromEntries(options.map(option => [String(option), { text: text(option), meaning }]))
  return (
    <Choices
      name={name}
      words={words}
      options={options.map(String)}
      chosen={String(chosen)}
      onChoose={picked => {
        const option = options.find(each => String(each) === picked)
        if (option !== undefined && option !== chosen) onChoose(option)
      }}
    />
  )
}

type MoneyProps = Readonly<{ cents: number | null | undefined; note: string }>

/** As the engine has worked it out, and only while that is heard; a window computes no money. */
function Money({ cents, note }: MoneyProps) {
  const currency = useViewState(({ view }) => view?.account?.currency ?? null)
  if (typeof cents !== 'number' || currency === null) return <p className={css.note}>{copy.unknown}</p>
  return (
    <div>
      <p>
        <span className={css.money}>{amountText(cents)}</span> <span className={css.unit}>{currency}</span>
      </p>
      <p className={css.text}>{note}</p>
    </div>
  )
}
