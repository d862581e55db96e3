import type { ReactNode } from 'react'
import type { MissionStory } from '../../../engine/contracts/mission-log.ts'
import type { Ulid } from '../../../engine/contracts/primitives.ts'
import { logCopy, storyStages } from '../../copy/log.ts'
import { label, number } from '../../theme/type.css.ts'
import { countText } from '../../ui/format/numbers.ts'
import { spanText } from '../../ui/format/time.ts'
import { NotRead } from '../../ui/not-read.tsx'
import { PanelMessage } from '../../ui/panel-message.tsx'
import { StoryHead } from './story-head.tsx'
import { StoryInputs } from './story-inputs.tsx'
import * as css from './story.css.ts'
import { StoryTimeline } from './story-timeline.tsx'
import { useStory } from './use-missions.ts'

const storyReading = { ...logCopy, loading: logCopy.storyLoading, loadingNext: logCopy.storyLoadingNext }

export function MissionStoryPanel({ mission }: Readonly<{ mission: Ulid }>) {
  const { value, problem, read } = useStory(mission)
  if (value === null) return <NotRead words={storyReading} problem={problem} read={read} />
  if (value.story === null)
    return <PanelMessage tone="empty" text={logCopy.unknown} next={logCopy.unknownNext} />
  return <Story story={value.story} />
}

function Story({ story }: Readonly<{ story: MissionStory }>) {
  return (
    <div className={css.story} tabIndex={0}>
      <StoryHead story={story} />
      {story.refusals.length > 0 && (
        <Section title={logCopy.refusals}>
          <ul className={css.reasons}>
            {story.refusals.map(({ code, text }) => (
              <li key={code}>{text}</li>
            ))}
          </ul>
        </Section>
      )}
      <div className={css.columns}>
        <Section title={logCopy.timeline}>
          <StoryTimeline story={story} />
        </Section>
        <div className={css.column}>
          {story.stages.length > 0 && (
            <Section title={logCopy.stages}>
              <Stages stages={story.stages} />
            </Section>
          )}
          <Section title={logCopy.inputs}>
            <StoryInputs mission={story.mission} />
          </Section>
        </div>
      </div>
    </div>
  )
}

const Section = ({ title, children }: Readonly<{ title: string; children: ReactNode }>) => (
  <section className={css.section}>
    <h3 className={`${label} ${css.sectionTitle}`}>{title}</h3>
    {children}
  </section>
)

const Stages = ({ stages }: Pick<MissionStory, 'stages'>) => (
  <table>
    <tbody>
      {stages.map(({ stage, ms }) => (
        <tr key={stage} className={css.row}>
          <th className={css.rowName} scope="row">
            {storyStages[stage]}
          </th>
          <td className={`${css.rowCell} ${number}`}>
            {ms < 10_000 ? logCopy.ms(countText(ms)) : spanText(ms)}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
