import { useCallback, useState } from 'react'
import type {
  MissionFilter,
  MissionsPage,
  MissionStoryAnswer,
} from '../../../engine/contracts/mission-log.ts'
import type { AccountKind, Ulid } from '../../../engine/contracts/primitives.ts'
import { useDesk, useViewState } from '../../stores/desk-context.ts'
import { useArchive, type Read } from '../../stores/use-archive.ts'

const PAGE = 40

export type MissionPages = Read<MissionsPage> &
  Readonly<{
    filter: MissionFilter
    choose: (filter: MissionFilter) => void
    /** Null: there is none. */
    older: (() => void) | null
    newer: (() => void) | null
  }>

/** What has happened since: changes whenever a story may have gone on. */
const useNews = (): string =>
  useViewState(({ view }) =>
    [
      view?.closed[0]?.order,
      ...(view?.missions ?? []).map(({ mission, state }) => `${mission.id} ${state}`),
    ].join(),
  )

/** The log page by page. Its first page follows what happens; an older one stays as it was opened. */
export function useMissions(account: AccountKind): MissionPages {
  const { bridge } = useDesk()
  const news = useNews()
  const [filter, setFilter] = useState<MissionFilter>({ state: 'issued', pair: null, setup: null })
  const [opened, setOpened] = useState<readonly number[]>([])
  const beforeSeq = opened.at(-1) ?? null
  const ask = useCallback(
    () => bridge.ask<'missionsPage'>({ kind: 'missionsPage', account, beforeSeq, limit: PAGE, filter }),
    [bridge, account, beforeSeq, filter],
  )
  const page = useArchive(ask, beforeSeq === null ? news : beforeSeq)
  const next = page.value?.nextBeforeSeq ?? null
  return {
    ...page,
    filter,
    choose: chosen => {
      setFilter(chosen)
      setOpened([])
    },
    older: next === null ? null : () => setOpened([...opened, next]),
    newer: opened.length === 0 ? null : () => setOpened(opened.slice(0, -1)),
  }
}

/** The whole story of one mission, told on as long as it goes on. */
export function useStory(mission: Ulid): Read<MissionStoryAnswer> {
  const { bridge } = useDesk()
  const news = useNews()
  const ask = useCallback(
    () => bridge.ask<'missionStory'>({ kind: 'missionStory', mission }),
    [bridge, mission],
  )
  return useArchive(ask, news)
}
