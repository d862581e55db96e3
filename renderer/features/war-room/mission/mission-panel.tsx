import { useStore } from 'zustand'
import { missionCopy } from '../../../copy/mission.ts'
import { Radar } from '../../../charts/radar.tsx'
import { useDesk, useView } from '../../../stores/desk-context.ts'
import { Panel } from '../../../ui/panel.tsx'
import { PanelMessage } from '../../../ui/panel-message.tsx'
import { chooseMission } from './choose-mission.ts'
import { MissionBriefing } from './mission-briefing.tsx'
import { MissionQueue } from './mission-queue.tsx'
import * as css from './mission-panel.css.ts'

/** The centre of the room: the mission that asks for a decision, and those that wait behind it. */
export function MissionPanel() {
  return (
    <Panel title={missionCopy.title} source="market" className={css.panel} bare>
      <MissionBody />
    </Panel>
  )
}

function MissionBody() {
  const { place } = useDesk()
  const missions = useView(view => view.missions)
  const picked = useStore(place, ({ mission }) => mission)

  const shown = chooseMission(missions, picked)
  if (shown === null) return <NoMission />
  return (
    <>
      {missions.length > 1 && (
        <MissionQueue missions={missions} shown={shown.mission.id} onPick={place.pick} />
      )}
      <MissionBriefing key={shown.mission.id} view={shown} />
    </>
  )
}

function NoMission() {
  const isLinked = useView(view => view.links.some(link => link.state === 'live'))
  return isLinked ? (
    <PanelMessage sign={<Radar />} tone="empty" text={missionCopy.empty} next={missionCopy.emptyNext} />
  ) : (
    <PanelMessage tone="error" text={missionCopy.emptyUnlinked} next={missionCopy.emptyUnlinkedNext} />
  )
}
