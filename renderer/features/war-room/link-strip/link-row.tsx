import type { LinkView } from '../../../../engine/contracts/views.ts'
import { linkCopy } from '../../../copy/link.ts'
import { kindWords } from '../../../copy/words.ts'
import { useDesk, useView } from '../../../stores/desk-context.ts'
import { useTerminalName } from '../../../stores/terminals.ts'
import { Button } from '../../../ui/button.tsx'
import { countText } from '../../../ui/format/numbers.ts'
import { spanText } from '../../../ui/format/time.ts'
import * as css from './link-strip.css.ts'
import { ToLinkPage } from './to-link-page.tsx'

type Health = keyof typeof css.lamp

function healthOf(link: LinkView): Health {
  if (link.state === 'down') return 'down'
  return link.armed && link.problem === null ? 'good' : 'blocked'
}

const ageText = (ageMs: number | null): string =>
  ageMs === null ? linkCopy.never : linkCopy.ago(spanText(ageMs))

export function LinkRow({ link }: Readonly<{ link: LinkView }>) {
  return (
    <>
      <Line link={link} />
      {link.cannot.length > 0 && <Cannot link={link} />}
    </>
  )
}

function Line({ link }: Readonly<{ link: LinkView }>) {
  const health = healthOf(link)
  const isShown = useIsShown(link)
  return (
    <div className={css.row[isShown ? 'shown' : 'other']} data-health={health} data-terminal={link.terminal}>
      <span className={css.lamp[health]} aria-hidden="true" />
      <ToLinkPage state={linkCopy[link.state]} />
      <Account link={link} />
      <strong className={css.armed[link.armed ? 'yes' : 'no']} title={linkCopy.armedMeaning}>
        {link.armed ? linkCopy.armed : linkCopy.disarmed}
      </strong>
      {link.problem === null ? <Pulse link={link} /> : <Problem link={link} />}
    </div>
  )
}

/** Where there are several, the way to each account: the shown one is pressed. */
function Account({ link }: Readonly<{ link: LinkView }>) {
  const { showTerminal } = useDesk()
  const name = useTerminalName(link.terminal)
  const isShown = useIsShown(link)
  const facts = `${link.program}, ${link.terminal}, ${link.margin}`
  if (name === null)
    return (
      <span className={css.broker} title={facts}>
        {link.broker} · {link.server}
      </span>
    )
  return (
    <>
      <Button
        look="small"
        className={css.account}
        aria-pressed={isShown}
        aria-label={linkCopy.show(name)}
        title={`${linkCopy.showMeaning}\n${linkCopy.mark(link.accountMark)}\n${link.server}, ${facts}`}
        disabled={link.state === 'down'}
        onClick={() => void showTerminal(link.terminal)}
      >
        <span className={css.accountName}>{name}</span>
      </Button>
      <span className={css.kind[link.kind]}>{kindWords[link.kind]}</span>
    </>
  )
}

/** Only where there is a choice. */
const useIsShown = ({ terminal }: LinkView): boolean =>
  useView(({ links, shown }) => links.length > 1 && shown === terminal)

function Problem({ link }: Readonly<{ link: LinkView }>) {
  return (
    <p className={css.problem} role="status">
      {link.problem}
      {link.nextStep !== null && (
        <span className={css.next}>
          <b className={css.nextWord}>{linkCopy.next}</b> {link.nextStep}
        </span>
      )}
    </p>
  )
}

/** What the road of this terminal lacks, always in sight. */
function Cannot({ link }: Readonly<{ link: LinkView }>) {
  return (
    <p className={css.cannot}>
      {linkCopy.cannot[link.road]} {link.cannot.join(', ')}
    </p>
  )
}

function Pulse({ link }: Readonly<{ link: LinkView }>) {
  const hasOthers = useView(({ links }) => links.length > 1)
  return (
    <dl className={css.pulse}>
      <Beat name={linkCopy.beat} text={ageText(link.beatAgeMs)} />
      <Beat name={linkCopy.data} text={ageText(link.dataAgeMs)} />
      <Beat
        name={linkCopy.ping}
        text={link.pingMs === null ? linkCopy.never : `${link.pingMs.toFixed(1)} ms`}
      />
      <Beat name={linkCopy.ticks} text={countText(link.ticks)} isMinor />
      <Beat name={linkCopy.faults} text={countText(link.faults)} />
      <div className={css.facts[hasOthers ? 'minor' : 'major']}>
        <dt className={css.hidden}>{linkCopy.region}</dt>
        <dd>{linkCopy.autoTrading[`${link.autoTrading}`]}</dd>
        <dd>{linkCopy.broker[`${link.brokerConnected}`]}</dd>
      </div>
    </dl>
  )
}

type BeatProps = Readonly<{ name: string; text: string; isMinor?: boolean }>

/** A minor one is left out where there is little room. */
function Beat({ name, text, isMinor = false }: BeatProps) {
  return (
    <div className={isMinor ? css.minorBeat : css.beat}>
      <dt>{name}</dt>
      <dd className={css.value}>{text}</dd>
    </div>
  )
}
