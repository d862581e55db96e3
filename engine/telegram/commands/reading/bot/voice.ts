import { html, lines } from '../../../texts/html.ts'
import { leadsTo, reading } from '../parts/reading.ts'

export const voice = reading({
  name: 'voice',
  does: 'What is read aloud, in whose words, and what speaks',
  group: 'bot',
  show: async ({ desk, voice: speaks }) => {
    const { settings } = await desk.settings()
    const { kinds, persona } = settings.telegram.voice
    return {
      html: lines(
        html`<b>Voice notes</b>`,
        speaks() ?? 'What speaks on this computer is being looked for.',
        html`<b>Read aloud</b> ${kinds.length === 0 ? 'nothing' : kinds.join(', ')}`,
        html`<b>Who speaks</b> ${persona}`,
        'A commander changes it: /settings telegram.voice.kinds ["mission","closed"] or /settings telegram.voice.persona COACH',
      ),
      buttons: [[leadsTo('Version', '/version')]],
    }
  },
})
