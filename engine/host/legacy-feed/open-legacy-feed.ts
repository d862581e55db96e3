/** The predecessor's feed, as one road: its address, its files, its clock. */
import { openFeedServer, type NoFeed } from './feed-server.ts'
import { LegacyRoad, type LegacyRoadOptions } from './legacy-road.ts'

export type LegacyFeed = Readonly<{ is: 'open'; road: LegacyRoad; port: number; close(): Promise<void> }>

/** Its result file is overwritten by the next result, so it is looked at as often as that can happen. */
const LOOK_EVERY_MS = 200

export async function openLegacyFeed(options: LegacyRoadOptions): Promise<LegacyFeed | NoFeed> {
  const road = new LegacyRoad(options)
  const server = await openFeedServer({
    port: options.settings.port,
    take: body => road.take(body),
    refused: text => road.refused('LEGACY_REFUSED', `A post to the predecessor's feed was refused: ${text}`),
  })
  if (server.is === 'refused') return server
  const looking = setInterval(() => road.poll(), LOOK_EVERY_MS)
  return {
    is: 'open',
    road,
    port: server.port,
    async close() {
      clearInterval(looking)
      await server.close()
      road.renewAll('BITTEN stopped')
    },
  }
}
