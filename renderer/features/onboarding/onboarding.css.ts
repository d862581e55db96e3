import { keyframes, style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { textLine } from '../../ui/text-line.css.ts'

export const sheet = style({
  width: 'min(64rem, calc(100vw - 3rem))',
  height: 'min(41rem, calc(100vh - 3rem))',
  maxWidth: 'none',
  maxHeight: 'none',
  margin: 'auto',
  padding: 0,
  overflow: 'hidden',
  color: theme.colour.ink,
  background: `radial-gradient(90% 80% at 78% -10%, ${theme.colour.fieldLight}, transparent 75%), ${theme.colour.panel}`,
  border: `1px solid ${theme.colour.goldDim}`,
  borderRadius: theme.radius.medium,
  selectors: {
    '&::backdrop': { background: theme.colour.veil },
    '&[open]': { display: 'grid', gridTemplateColumns: '13.5rem minmax(0, 1fr)' },
  },
})

/** The way, from top to bottom. */
export const way = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.wide,
  padding: `${theme.space.huge} 0 ${theme.space.wide}`,
  borderRight: `1px solid ${theme.colour.line}`,
  background: theme.colour.inset,
})
export const house = style({
  padding: `0 ${theme.space.wide}`,
  fontFamily: theme.font.heading,
  fontSize: theme.size.title,
  fontWeight: 700,
  letterSpacing: '0.24em',
  lineHeight: 1.1,
  color: theme.colour.gold,
})
export const steps = style({ display: 'flex', flexDirection: 'column', counterReset: 'step' })
export const step = style({
  display: 'flex',
  alignItems: 'baseline',
  gap: theme.space.medium,
  padding: `${theme.space.small} ${theme.space.wide}`,
  borderLeft: '3px solid transparent',
  color: theme.colour.inkFaint,
  fontFamily: theme.font.heading,
  fontSize: theme.size.lead,
  fontWeight: 600,
  letterSpacing: '0.07em',
  textTransform: 'uppercase',
  counterIncrement: 'step',
  selectors: {
    '&::before': {
      content: 'counter(step)',
      fontFamily: theme.font.numbers,
      fontSize: theme.size.small,
      letterSpacing: 0,
    },
    '&[data-past=true]': { color: theme.colour.inkDim },
    '&[aria-current]': {
      color: theme.colour.goldBright,
      borderLeftColor: theme.colour.goldFill,
      background: theme.colour.goldWash,
    },
  },
})

const arrive = keyframes({ from: { opacity: 0, transform: 'translateY(0.5rem)' }, to: {} })

export const page = style({ display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0 })
export const body = style({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.wide,
  padding: `${theme.space.huge} ${theme.space.huge} ${theme.space.wide}`,
  animation: `${arrive} ${theme.motion.calm} ${theme.motion.ease}`,
})
export const count = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.lead,
  fontWeight: 600,
  letterSpacing: '0.12em',
  textTransform: 'uppercase',
  color: theme.colour.inkFaint,
})
export const title = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.display,
  fontWeight: 600,
  letterSpacing: '0.02em',
  lineHeight: 1.05,
  color: theme.colour.goldBright,
  // It has the focus to be read aloud, and is no control.
  selectors: { '&:focus-visible': { outline: 'none' } },
})
export const head = style({ display: 'flex', flexDirection: 'column', gap: theme.space.small })
export const lead = style({
  maxWidth: '44rem',
  fontSize: theme.size.large,
  lineHeight: 1.4,
  color: theme.colour.inkDim,
  textWrap: 'pretty',
})

export const foot = style({
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.small,
  padding: `${theme.space.medium} ${theme.space.huge}`,
  borderTop: `1px solid ${theme.colour.line}`,
})
export const onward = style({ display: 'flex', gap: theme.space.small })
export const skip = style({ marginLeft: 'auto' })
export const wideButton = style({
  minHeight: '2.5rem',
  padding: `0 ${theme.space.wide}`,
  fontSize: theme.size.lead,
})

/** What stands side by side on a step. */
export const columns = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(12.5rem, 1fr))',
  gap: theme.space.large,
})
export const part = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  padding: theme.space.large,
  border: `1px solid ${theme.colour.line}`,
  borderTop: `2px solid ${theme.colour.goldLine}`,
  background: theme.colour.raised,
})
export const partTitle = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.large,
  fontWeight: 600,
  letterSpacing: '0.04em',
  lineHeight: 1.2,
})
export const text = style({
  color: theme.colour.inkDim,
  fontSize: theme.size.lead,
  lineHeight: 1.5,
  textWrap: 'pretty',
})
export const note = style({ fontSize: theme.size.small, color: theme.colour.inkFaint, textWrap: 'pretty' })

export const field = style({ display: 'flex', flexDirection: 'column', gap: theme.space.small })
export const name = style([
  textLine,
  {
    width: '100%',
    maxWidth: '26rem',
    minHeight: '3rem',
    fontFamily: theme.font.heading,
    fontSize: theme.size.title,
    fontWeight: 600,
    letterSpacing: '0.04em',
  },
])

export const money = style({
  fontFamily: theme.font.numbers,
  fontSize: theme.size.hero,
  fontWeight: 500,
  lineHeight: 1.1,
  color: theme.colour.short,
})
export const unit = style({ fontSize: theme.size.large, color: theme.colour.inkDim })

export const source = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  padding: theme.space.wide,
  border: `1px solid ${theme.colour.lineStrong}`,
  borderRadius: theme.radius.small,
  background: theme.colour.raised,
  textAlign: 'left',
  cursor: 'pointer',
  selectors: {
    '&:hover': { borderColor: theme.colour.gold },
    '&[aria-pressed=true]': {
      borderColor: theme.colour.gold,
      boxShadow: `inset 0 3px 0 ${theme.colour.goldFill}`,
    },
  },
})

export const lines = style({ display: 'flex', flexDirection: 'column', gap: theme.space.small })
export const word = style({ fontFamily: theme.font.heading, fontWeight: 600, letterSpacing: '0.06em', color: theme.colour.goldBright, textTransform: 'uppercase' }) // prettier-ignore
