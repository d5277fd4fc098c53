import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addPerson } from '@/domain/people'
import { freePort } from '@/e2e/support/free-port'
import { post } from '@/e2e/support/http-client'
import { randomFrom } from '@/e2e/support/random'
import { startServer } from '@/e2e/support/server-process'
import { figure, quantile } from './format'

/** Answers to each of the two kinds of addresses. */
const ANSWERS = Number(process.argv[2] ?? 1_000)
/**
 * The chance that a known address takes longer than an unknown one is 0.5 if time tells nothing. With 1,000 answers of
 * each its standard error is 0.013, so that a run without a difference leaves these limits once in 500.
 */
const CHANCE = { min: 0.46, max: 0.54 }
const PASSWORD = 'a good long password'

const FORMS: Record<string, () => Record<string, string>> = {
	'/session': () => ({ password: 'not the password' }),
	'/sign-up/account': () => ({ name: `Ada ${crypto.randomUUID()}`, password: PASSWORD }),
	'/password/link': () => ({}),
}

/** Chance that a value of the first list exceeds one of the second: the U statistic of Mann and Whitney. */
function chanceOfLonger(first: number[], second: number[]): number {
	const sorted = [...second].sort((one, other) => one - other)
	let sum = 0
	for (const value of first) {
		const below = sorted.findIndex((each) => each >= value)
		sum += below < 0 ? sorted.length : below
	}
	return sum / (first.length * second.length)
}

const dataDir = mkdtempSync(join(tmpdir(), 'square-times-'))
const settings = { SQUARE_LIMITS: '0', SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'news@example.org' }
const server = await startServer({ port: await freePort(), dataDir, settings })
process.env.DATA_DIR = dataDir
await addPerson({ name: 'Ada', email: 'known@example.org', password: PASSWORD, role: 'reader' })
const random = randomFrom(20_261_127)
let missed = false
for (const [path, fields] of Object.entries(FORMS)) {
	const took: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
	// In random order, so that both kinds meet the same disturbances.
	while (took.known.length < ANSWERS || took.unknown.length < ANSWERS) {
		const kind = random() < 0.5 ? 'known' : 'unknown'
		if (took[kind].length >= ANSWERS) continue
		const email = kind === 'known' ? 'known@example.org' : `${crypto.randomUUID()}@example.org`
		const began = performance.now()
		await post(server.url + path, { ...fields(), email })
		took[kind].push(performance.now() - began)
	}
	const chance = chanceOfLonger(took.known, took.unknown)
	const isMet = chance >= CHANCE.min && chance <= CHANCE.max
	missed ||= !isMet
	console.log(
		`${path}: medians ${figure(quantile(took.known))} ms (known) and ${figure(quantile(took.unknown))} ms (unknown), ` +
			`chance of a longer answer ${chance.toFixed(3)}${isMet ? '' : ' (missed)'}`,
	)
}
await server.close()
rmSync(dataDir, { recursive: true, force: true })
process.exitCode = missed ? 1 : 0
