import * as css from './refusals.css.ts'

/** Why an order was not taken, in the engine's own words, beside what was asked. */
export function Refusals({ sentences }: Readonly<{ sentences: readonly string[] }>) {
  if (sentences.length === 0) return null
  return (
    <div className={css.refusals} role="alert">
      {sentences.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}
