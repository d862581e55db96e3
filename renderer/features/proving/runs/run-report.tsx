import type { RunKey } from '../../../../engine/contracts/lab-desk.ts'
import type { RunPart, RunStory } from '../../../../engine/contracts/lab-runs.ts'
import { jobWords, provingCopy } from '../../../copy/proving.ts'
import { Button } from '../../../ui/button.tsx'
import { countText, fixed } from '../../../ui/format/numbers.ts'
import { NotRead } from '../../../ui/not-read.tsx'
import { PanelMessage } from '../../../ui/panel-message.tsx'
import { Panel } from '../../../ui/panel.tsx'
import * as css from '../proving.css.ts'
import { GroupTable } from './group-table.tsx'
import { TrustCurve } from './trust-curve.tsx'
import { useStory } from './use-runs.ts'

const copy = provingCopy.story

/** One run opened. */
export function RunReport({ run, back }: Readonly<{ run: RunKey; back: () => void }>) {
  const { value, problem, read } = useStory(run)
  const story = value?.is === 'story' ? value.story : null
  const title = story === null ? provingCopy.runs.title : copy.title(jobWords[story.run.kind], run.trial)
  const aside = (
    <Button look="small" onClick={back}>
      {copy.back}
    </Button>
  )
  return (
    <Panel title={title} source="host" aside={aside} bare>
      {value === null && <NotRead words={copy} problem={problem} read={read} />}
      {value?.is === 'none' && <PanelMessage tone="error" text={value.text} next={copy.failedNext} />}
      {story !== null && <Story story={story} />}
    </Panel>
  )
}

function Story({ story }: Readonly<{ story: RunStory }>) {
  const [first, ...rest] = story.verdict
  const groups = story.parts.reduce((sum, part) => sum + part.groups.length, 0)
  return (
    <div className={css.body} role="group" aria-label={copy.verdict} tabIndex={0}>
      <section className={css.stack} aria-label={copy.verdict}>
        <p className={css.lead}>{first}</p>
        {rest.map(sentence => (
          <p key={sentence} className={css.dim}>
            {sentence}
          </p>
        ))}
      </section>
      <h3 className={css.subhead}>{copy.results}</h3>
      {story.parts.map(part => (
        <Part key={part.name} part={part} />
      ))}
      <p className={css.faint}>{copy.groupsNote(groups)}</p>
      <h3 className={css.subhead}>{copy.calibration}</h3>
      <TrustCurve calibration={story.calibration} />
      <h3 className={css.subhead}>{copy.how}</h3>
      <Lines lines={[...story.data, ...story.costs, story.tries]} />
    </div>
  )
}

function Part({ part: { name, meaning, n, groups, fallR } }: Readonly<{ part: RunPart }>) {
  return (
    <section className={css.stack} aria-label={name}>
      <p className={css.dim}>
        <strong>{name}</strong> · n {countText(n)}
        {fallR !== null && n > 0 && ` · ${copy.fall(`${fixed(fallR, 1)} R`)}`} · {meaning}
      </p>
      {n > 0 && <GroupTable groups={groups} label={name} />}
    </section>
  )
}

const Lines = ({ lines }: Readonly<{ lines: readonly string[] }>) => (
  <ul className={css.list}>
    {lines.map(line => (
      <li key={line} className={css.faint}>
        {line}
      </li>
    ))}
  </ul>
)
