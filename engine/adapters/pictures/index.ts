export { checkCard } from './check-card.ts'
export { sitrepPicture } from './sitrep.ts'
export { tradeCardPicture } from './trade-card.ts'
export { tradeChart } from './trade-chart.ts'
