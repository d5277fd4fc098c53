import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { closeDatabase, readDb } from '@/db'
import { people } from '@/db/schema'
import { EMPTY_STORY } from '@/domain/articles/fields'
import { publishStory } from '@/domain/articles/publish'
import { startStory } from '@/domain/articles/save'
import { parseMarkdown } from '@/domain/body/markdown'
import type { StaffViewer } from '@/domain/permissions'
import { READER_COOKIE } from '@/lib/cookies'
import { sign } from '@/lib/signing'
import { EDITOR, slugAt } from '../support/generate-data'
import { cookieHeader, post, sendRequest } from '../support/http-client'
import { makeSite, OWNER, pointAt, startSite } from './site'
import { control, finding, type Trial } from './trial'

const LIBRARY = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1'
/** Limit of a tally's age, and time in which a commit of another process is noticed. */
const PROMISED_MS = 2_000
const MINUTE_MS = 60_000
/** Number of a story published hours ago, which a step back of an hour leaves public. */
const OLD_STORY = 10

/** Shifts the server's wall clock; its monotonic clock is left alone. */
export const clock: Trial = {
	title: 'clock steps: an hour back, an hour ahead, a start a year ahead',
	count: 3,
	needs: { commands: ['faketime'] },
	run: async ({ count, port, folder }) => {
		const dataDir = join(folder, 'data')
		const offset = join(folder, 'offset')
		const settings = {
			LD_PRELOAD: LIBRARY,
			FAKETIME_TIMESTAMP_FILE: offset,
			FAKETIME_NO_CACHE: '1',
			FAKETIME_DONT_FAKE_MONOTONIC: '1',
		}
		const shift = (by: string) => writeFileSync(offset, `${by}\n`)
		const counts = { frozen: 0, early: 0, shown: 0, signedOut: 0 }
		await makeSite(dataDir)
		for (let round = 0; round < count; round += 1) {
			shift('+0')
			const site = await startSite(dataDir, port, { settings })
			const cookie = await signIn(site.url)
			counts.frozen += await countFrozen(site.url, () => shift('-3600'))
			shift('+0')
			const scheduled = `${site.url}/news/${await scheduleIn(dataDir, 30 * MINUTE_MS)}`
			await sleep(PROMISED_MS)
			counts.early += (await statusOf(scheduled)) === 404 ? 0 : 1
			shift('+3660')
			await sleep(PROMISED_MS)
			counts.shown += (await statusOf(scheduled)) === 200 ? 1 : 0
			shift('+0')
			await sleep(PROMISED_MS)
			counts.early += (await statusOf(scheduled)) === 404 ? 0 : 1
			await site.close()
			shift('+31622400')
			const ahead = await startSite(dataDir, port, { settings })
			await sleep(PROMISED_MS)
			await ahead.close()
			shift('+0')
			const back = await startSite(dataDir, port, { settings })
			counts.signedOut += (await statusOf(`${back.url}/desk`, cookie)) === 200 ? 0 : 1
			await back.close()
		}
		return [
			finding(`tallies frozen by a step back of an hour, of ${count}`, counts.frozen, 0),
			finding('scheduled stories shown before their time', counts.early, 0),
			finding('sessions deleted by a start a year ahead', counts.signedOut, 0),
			control('scheduled stories public while the clock ran ahead', counts.shown),
		]
	},
}

async function countFrozen(url: string, step: () => void): Promise<number> {
	const article = `${url}/news/${slugAt(OLD_STORY)}`
	const before = (await sendRequest(article)).text
	step()
	const headers = { Cookie: `${READER_COOKIE}=${sign('reader', crypto.randomUUID())}` }
	const { status } = await post(`${article}/moods`, { mood: 'happy' }, { headers })
	if (status !== 303) return 1
	await sendRequest(article)
	await sleep(PROMISED_MS)
	return (await sendRequest(article)).text === before ? 1 : 0
}

async function scheduleIn(dataDir: string, ms: number): Promise<string> {
	await pointAt(dataDir)
	const [row] = await readDb().select().from(people).where(eq(people.email, EDITOR.email))
	if (!row) throw new Error('The site has no editor.')
	const { id, name, email } = row
	const editor: StaffViewer = { person: { id, name, email, role: 'editor' }, readerId: null }
	const story = await startStory(editor, {
		...EMPTY_STORY,
		headline: `Not yet ${crypto.randomUUID()}`,
		standfirst: 'A story with a time.',
		section: 'news',
		bylines: [row.slug],
		body: parseMarkdown('Some words.'),
	})
	const at = new Date(Date.now() + ms)
	await publishStory(editor, story.articleId, { revisionId: story.revisionId, at })
	await closeDatabase()
	return story.slug
}

async function signIn(url: string): Promise<string> {
	const { email, password } = OWNER
	return cookieHeader(...(await post(`${url}/session`, { email, password })).cookies)
}

const statusOf = async (address: string, cookie = ''): Promise<number> =>
	(await sendRequest(address, { headers: cookie ? { Cookie: cookie } : {} })).status
