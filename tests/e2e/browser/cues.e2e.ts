/** What is heard of an alert in a window that nobody has clicked, under the content policy of the app; and its try on the page of the settings. */
import { settingFacts } from '../../../engine/host/settings/setting-facts.ts'
import { Settings } from '../../../engine/contracts/settings.ts'
import { test as base, expect } from '../support/war-room.ts'

declare global {
  interface Window {
    heard: string[]
    voices: { name: string; lang: string; localService: boolean; default: boolean }[]
  }
}

const test = base.extend({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--autoplay-policy=no-user-gesture-required'] }), // prettier-ignore
}) // prettier-ignore

/** Stands in for the system's voices, of which a test machine has none; sounds are the browser's own, in a hurry. */
function listenAlong(): void {
  window.heard = []
  window.voices = []
  window.Audio = class extends window.Audio {
    constructor(address?: string) {
      super(address)
      this.defaultPlaybackRate = 8
      this.playbackRate = 8
      this.addEventListener('ended', () => {
        const name = /(\w+)-[^/]*\.wav$/.exec(this.src)?.[1] ?? this.src
        window.heard.push(`${name} at ${Math.round(this.volume * 100)}`)
      })
    }
  }
  window.SpeechSynthesisUtterance = class extends EventTarget {
    readonly text: string
    voice: Window['voices'][number] | null = null
    volume = 1
    constructor(text: string) {
      super()
      this.text = text
    }
  } as unknown as typeof SpeechSynthesisUtterance
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => window.voices,
    speak(words: SpeechSynthesisUtterance) {
      window.heard.push(`${words.voice?.name} at ${Math.round(words.volume * 100)}: ${words.text}`)
      words.dispatchEvent(new Event('end'))
    },
  })
  Object.defineProperty(window, 'speechSynthesis', { value: speech })
}

test('sounds and sentences come one behind the other, in a voice of this computer only; what can’t be heard is said', async ({
  page,
  room,
}) => {
  await page.addInitScript(listenAlong)
  const settings = Settings.parse({ version: 1 })
  await room.open({ settings, settingFacts: { facts: settingFacts(), atStart: settings } })
  const heard = () => page.evaluate(() => window.heard.splice(0))
  const play = (...[sound, spoken, volume]: [Parameters<typeof window.fakeEngine.playCue>[0]['sound'], string | null, number]) => page.evaluate(cue => window.fakeEngine.playCue(cue), { sound, spoken, volume }) // prettier-ignore

  await test.step('every sound there is, at its volume, none above another', async () => {
    for (const sound of ['mission', 'fill', 'target', 'stop', 'warning', 'rank'] as const) {
      await play(sound, null, 40)
      await expect.poll(heard, { timeout: 20_000 }).toEqual([`${sound} at 40`])
    }
  })

  await page.keyboard.press('Alt+0')
  const alerts = page.getByRole('region', { name: 'Alerts at this computer' })
  const said = alerts.getByRole('status').first()
  const tryIt = alerts.getByRole('button', { name: 'Try it' })
  const cueIs = (notes: readonly string[]) =>
    page.evaluate(given => {
      const play = { sound: 'mission', spoken: 'A try.', volume: 70 } as const
      window.fakeEngine.cueTried = { is: 'tried', play, notes: given }
    }, notes)

  await test.step('without a voice the page says so, before and after a try', async () => {
    await page.evaluate(() => {
      window.voices = [{ name: 'far away', lang: 'en-GB', localService: false, default: true }]
    })
    await expect(alerts).toContainText('This computer has no voice that speaks English')
    await cueIs(['Off: notifications.'])
    await tryIt.click()
    await expect(said).toHaveText(/^Off: notifications\. This computer has no voice that speaks English/)
    expect(await heard()).toEqual(['mission at 70'])
  })

  await test.step('with one it is heard behind the sound', async () => {
    await page.evaluate(() => {
      window.voices.push({ name: 'own', lang: 'en-GB', localService: true, default: false })
    })
    await cueIs([])
    await tryIt.click()
    await expect(said).toHaveText('Done: as it is set.')
    expect(await heard()).toEqual(['mission at 70', 'own at 70: A try.'])
  })
})
