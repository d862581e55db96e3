import type { AlertKind, Noise } from '../../../engine/contracts/alerts.ts'
import { alertKinds, alertWords, noises, noiseWords, telegramCopy } from '../../copy/telegram.ts'
import { spoken } from '../../theme/type.css.ts'
import { NotRead } from '../../ui/not-read.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusals } from '../../ui/refusals.tsx'
import * as css from './noise.css.ts'
import { faint, still } from './telegram.css.ts'
import type { BotSettings } from './use-bot-settings.ts'
import { useChange } from './use-change.ts'

const copy = telegramCopy.noise

/** How loud each kind of alert is: it holds from the press on. */
export function NoisePanel({ settings }: Readonly<{ settings: BotSettings }>) {
  const { refusals, make } = useChange(settings)
  const { now, problem, read } = settings
  return (
    <Panel title={copy.title} source="host" className={still} bare>
      {now === null ? (
        <NotRead words={telegramCopy.settings} problem={problem} read={read} />
      ) : (
        <>
          <div className={css.heads} aria-hidden="true">
            <span />
            {noises.map(noise => (
              <span key={noise} className={css.head} title={noiseWords[noise].meaning}>
                {noiseWords[noise].text}
              </span>
            ))}
          </div>
          {alertKinds.map(kind => (
            <NoiseLine
              key={kind}
              kind={kind}
              is={now.noise[kind]}
              onChoose={noise => make(() => ({ noise: { [kind]: noise } }), null)}
            />
          ))}
          <div className={css.foot}>
            <p className={faint}>{copy.open}</p>
            <Refusals sentences={refusals} />
          </div>
        </>
      )}
    </Panel>
  )
}

type LineProps = Readonly<{ kind: AlertKind; is: Noise; onChoose: (noise: Noise) => void }>

function NoiseLine({ kind, is, onChoose }: LineProps) {
  const { text, meaning } = alertWords[kind]
  return (
    <div className={css.line} role="radiogroup" aria-label={`${text}: ${meaning}`}>
      <span className={css.kind} aria-hidden="true">
        {text} <span className={css.meaning}>{meaning}</span>
      </span>
      {noises.map(noise => (
        <label key={noise} className={css.choice} title={noiseWords[noise].meaning}>
          <input
            type="radio"
            className={css.lamp}
            name={`noise-${kind}`}
            checked={noise === is}
            onChange={() => onChoose(noise)}
          />
          <span className={spoken}>{noiseWords[noise].text}</span>
        </label>
      ))}
    </div>
  )
}
