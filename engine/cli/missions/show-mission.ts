import { Ulid } from '../../contracts/primitives.ts'
import { missionStory } from '../../domain/missions-log/mission-story.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { withArchive } from '../record.ts'
import type { MissionFlags } from './missions-command.ts'
import { storyText } from './story-text.ts'

export function showMission(
  asked: string,
  flags: MissionFlags,
  context: CliContext,
  out: Output,
): Promise<Outcome> {
  const id = Ulid.safeParse(asked.toUpperCase())
  if (!id.success)
    return Promise.resolve(
      failed(
        'BAD_ID',
        `${asked} is no id of a mission: it has 26 letters and digits, as 'bitten missions' shows them.`,
      ),
    )
  return withArchive(flags, context, (archive, dataFolder) => {
    const story = missionStory(archive.storyEvents(id.data))
    if (!story)
      return failed(
        'UNKNOWN_MISSION',
        `The ledger in ${dataFolder} knows no mission ${id.data}. 'bitten missions' shows those that it knows.`,
      )
    out.document({ story })
    for (const line of storyText(story)) out.line(line)
    return DONE
  })
}
