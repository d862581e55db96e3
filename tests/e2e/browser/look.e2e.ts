import { busyRoom, demoRoom, liveRoom, lostRoom, quietRoom, unlinkedRoom } from '../support/rooms.ts'
import { emptyCurve } from '../support/fake-bridge.ts'
import { test } from '../support/war-room.ts'

const sizes = [
  { name: '1024x640', width: 1024, height: 640 },
  { name: '1440x900', width: 1440, height: 900 },
  { name: '1920x1080', width: 1920, height: 1080 },
  { name: '3840x2160', width: 3840, height: 2160 },
]

for (const { name, width, height } of sizes)
  test(`a busy room at ${name}`, async ({ page, room }) => {
    await page.setViewportSize({ width, height })
    await room.open()
    await room.picture(`busy-${name}`)
  })

const rooms = { unlinkedRoom, quietRoom, lostRoom, demoRoom, liveRoom, busyRoom }
for (const [name, view] of Object.entries(rooms))
  test(`${name}`, async ({ room }) => {
    await room.open({ view, ...(view.closed.length === 0 && { equity: emptyCurve }) })
    await room.picture(name)
  })
