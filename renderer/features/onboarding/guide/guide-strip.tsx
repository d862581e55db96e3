import { useStore } from 'zustand'
import { guideCopy } from '../../../copy/onboarding.ts'
import { useDesk, useViewState } from '../../../stores/desk-context.ts'
import type { GuideSince } from '../../../stores/first-steps-store.ts'
import { Button } from '../../../ui/button.tsx'
import { guideStage } from './guide-stage.ts'
import * as css from './guide-strip.css.ts'

/** Leads a newcomer through the first mission: it says what is the case, and does nothing itself. */
export function GuideStrip() {
  const { firstSteps } = useDesk()
  const { guide, training } = useStore(firstSteps)
  return guide === null ? null : <Strip since={guide.since} training={training} />
}

function Strip({ since, training }: Readonly<{ since: GuideSince | null; training: boolean }>) {
  const { firstSteps, place } = useDesk()
  const stage = useViewState(({ view }) => guideStage(view, since, training))
  const { text, next } = guideCopy.stages[stage]
  const isOver = stage === 'won' || stage === 'lost'
  return (
    <section className={css.strip} aria-label={guideCopy.region} data-stage={stage}>
      <p className={css.words} role="status">
        <span className={css.text}>{text}</span> <span className={css.next}>{next}</span>
      </p>
      {isOver && (
        <Button look="smallGold" onClick={() => place.go('campaign')}>
          {guideCopy.campaign}
        </Button>
      )}
      <Button look="small" onClick={firstSteps.leaveGuide}>
        {guideCopy.close}
      </Button>
    </section>
  )
}
