import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { benchmarkChart } from './benchmark-chart'

export const PICTURES = 'docs/pictures'

/** Draws the chart of the benchmarks again, from their report. */
export function writeChart(): void {
	mkdirSync(PICTURES, { recursive: true })
	writeFileSync(`${PICTURES}/benchmarks.svg`, benchmarkChart(readFileSync('docs/benchmarks.md', 'utf8')))
}
