import type { ControlStatus, DeskStatus } from '../../contracts/control.ts'
import type { WarRoomView } from '../../contracts/views.ts'
import type { Host } from '../host-api.ts'

export type StatusSource = Pick<Host, 'ready' | 'health' | 'links' | 'view'> & Readonly<{ version: string }>

/** How the desk stands, from the engine's own view; without an engine, what the host knows by itself. */
export async function statusOf(host: StatusSource): Promise<ControlStatus> {
  const view = await host.view()
  const health = host.health()
  const engine = 'text' in health ? health.text : health.is
  return {
    version: host.version,
    dataFolder: host.ready().dataFolder,
    engine,
    linked: host.links().map(({ terminal }) => terminal),
    desk: view.is === 'answer' ? deskStatus(view.value) : null,
  }
}

function deskStatus(view: WarRoomView): DeskStatus {
  const { kind, marketMs, links, account, campaign, fire, positions, orders } = view
  const { selector, paused, guards } = fire
  return {
    kind,
    marketMs,
    links: [...links],
    account,
    selector,
    paused,
    guards: [...guards],
    positions: [...positions],
    orders: [...orders],
    campaign: { kind: campaign.kind, rank: campaign.rank, xp: campaign.xp },
    today: {
      shots: fire.shotsToday,
      shotsLimit: fire.shotsLimit,
      openTrades: fire.openTrades,
      openLimit: fire.openLimit,
      lossCents: fire.lossTodayCents,
      lossLimitCents: fire.lossLimitCents,
      openRiskCents: fire.openRiskCents,
    },
  }
}
