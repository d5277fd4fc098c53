import { vi } from 'vitest'

/** Payloads of the largest sample; a run with more is a complete one. */
const SAMPLE_MAX = 100
/** Limit of each test of a complete run, in ms. */
const FULL_MS = 3_600_000
/** Combinations of the grammar among which a sample begins. */
const STARTS = 35_000

/** Payloads of each kind of field, and the part of them in this run; for all: `XSS_PAYLOADS=3000`, `XSS_PART=1/10`. */
export const ALL_PAYLOADS = Number(process.env.XSS_PAYLOADS ?? 12)
const [PART = 1, PARTS = 1] = (process.env.XSS_PART ?? '1/1').split('/').map(Number)

const isSample = ALL_PAYLOADS <= SAMPLE_MAX
/** Place in the grammar of the first payload: another one in each sample, and one for all parts of a complete run. */
export const SEED = Number(process.env.XSS_SEED ?? (isSample ? Date.now() % STARTS : 0))

/** Whether the payload at a position of a list belongs to this run. */
export const isOfPart = (at: number): boolean => at % PARTS === PART - 1

/** Sets the time limit of a file's tests, and prints the seed that repeats them. */
export function beginXssRun(): void {
	console.log(`XSS_PAYLOADS=${ALL_PAYLOADS} XSS_PART=${PART}/${PARTS} XSS_SEED=${SEED}`)
	if (!isSample) vi.setConfig({ testTimeout: FULL_MS })
}
