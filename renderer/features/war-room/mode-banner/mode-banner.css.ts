import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

const bar = style({
  flex: 'none',
  display: 'flex',
  alignItems: 'stretch',
  gap: theme.space.large,
  minHeight: '2.375rem',
  paddingRight: theme.space.medium,
  borderBottom: '2px solid',
  background: theme.colour.inset,
})

export const banner = styleVariants({
  simulated: [bar, { borderColor: theme.colour.training }],
  demo: [bar, { borderColor: theme.colour.demo }],
  contest: [bar, { borderColor: theme.colour.contest }],
  live: [
    bar,
    {
      borderColor: theme.colour.live,
      background: `linear-gradient(90deg, ${theme.colour.faultWash}, ${theme.colour.inset})`,
    },
  ],
  unlinked: [bar, { borderColor: theme.colour.lineStrong }],
})

export const mode = style({ display: 'flex', alignItems: 'stretch', gap: theme.space.medium, minWidth: 0 })

const plate = style({
  display: 'flex',
  alignItems: 'center',
  padding: `0 ${theme.space.wide}`,
  color: theme.colour.inkOnBright,
})

/** Each kind of money has its own colour and its own pattern: stripes, dots, bars, solid. */
export const sign = styleVariants({
  simulated: [
    plate,
    {
      background: `repeating-linear-gradient(-45deg, ${theme.colour.hazard} 0 0.75rem, ${theme.colour.inkOnGold} 0.75rem 1.25rem)`,
    },
  ],
  demo: [
    plate,
    {
      background: `radial-gradient(${theme.colour.inkOnBright} 22%, transparent 24%) 0 0 / 0.625rem 0.625rem, ${theme.colour.demo}`,
    },
  ],
  contest: [
    plate,
    {
      background: `repeating-linear-gradient(90deg, ${theme.colour.contest} 0 0.625rem, ${theme.colour.inkOnBright} 0.625rem 0.75rem)`,
    },
  ],
  live: [plate, { background: theme.colour.live }],
  unlinked: [plate, { background: theme.colour.lineStrong }],
})

export const name = style({
  padding: `0 ${theme.space.medium}`,
  background: theme.colour.inset,
  fontFamily: theme.font.heading,
  fontSize: theme.size.large,
  fontWeight: 700,
  letterSpacing: '0.2em',
  lineHeight: 1.35,
  textTransform: 'uppercase',
  whiteSpace: 'nowrap',
  selectors: {
    [`${sign.simulated} &`]: { color: theme.colour.training },
    [`${sign.demo} &`]: { color: theme.colour.demo },
    [`${sign.contest} &`]: { color: theme.colour.contest },
    [`${sign.live} &`]: { background: 'none', color: theme.colour.inkOnBright, fontSize: theme.size.title },
    [`${sign.unlinked} &`]: { color: theme.colour.ink },
  },
})

export const meaning = style({
  alignSelf: 'center',
  color: theme.colour.inkDim,
  fontSize: theme.size.small,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  '@media': { '(max-width: 1439px)': { display: 'none' } },
})

export const clock = style({
  marginLeft: 'auto',
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.medium,
  whiteSpace: 'nowrap',
})

export const clockEmpty = style([clock, { color: theme.colour.inkFaint, fontSize: theme.size.small }])

export const date = style({
  fontSize: theme.size.small,
  color: theme.colour.inkDim,
  '@media': { '(max-width: 1239px)': { display: 'none' } },
})
export const time = style({
  fontFamily: theme.font.numbers,
  fontSize: theme.size.large,
  fontWeight: 500,
  color: theme.colour.ink,
})
export const session = style({
  minWidth: '9rem',
  fontFamily: theme.font.heading,
  fontSize: theme.size.body,
  fontWeight: 600,
  letterSpacing: '0.07em',
  textTransform: 'uppercase',
  color: theme.colour.gold,
})
