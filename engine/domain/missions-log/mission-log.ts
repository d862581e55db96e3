import type { Answers, Query } from '../../contracts/queries.ts'
import { missionStory } from './mission-story.ts'
import { missionsPage, type MissionSource } from './missions-page.ts'

/** Questions about missions, which are read off the ledger by its index: nothing of the log is remembered. */
export type MissionLogQuery = Extract<Query, { kind: 'missionsPage' | 'missionStory' }>

export const isMissionLogQuery = (query: Query): query is MissionLogQuery =>
  query.kind === 'missionsPage' || query.kind === 'missionStory'

export const missionLogAnswer = (
  source: MissionSource,
  query: MissionLogQuery,
): Answers[MissionLogQuery['kind']] =>
  query.kind === 'missionsPage'
    ? missionsPage(source, query)
    : { story: missionStory(source.storyEvents(query.mission)) }
