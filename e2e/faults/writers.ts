import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { READER_COOKIE } from '@/lib/cookies'
import { MOODS } from '@/lib/moods'
import { sign } from '@/lib/signing'
import { sendDeskForm } from '../support/desk-form'
import { slugAt } from '../support/generate-data'
import { cookieHeader, type HttpResponse, post } from '../support/http-client'
import type { Acknowledged } from './acknowledged'
import { OWNER } from './site'

/** Delay before a retry, while the trial restarts the server. */
const RETRY_MS = 20
const READERS = 12
/** A small photograph of noise, so that every one is different. */
const PHOTO = { width: 480, height: 320 }

type Refused = (answer: HttpResponse, work: string) => void

/**
 * Writes of readers and an editor over HTTP: votes, ratings, comments, saved and published stories, uploaded
 * photographs and a setting. Acknowledged writes are recorded; failed ones are retried with new content.
 */
export class Writers {
	readonly #url: string
	readonly #acknowledged: Acknowledged
	readonly #refused: Refused
	readonly #loops: Promise<void>[] = []
	#stopped = false
	#number = 0

	/** @param refused called with every response that acknowledges nothing */
	constructor(url: string, acknowledged: Acknowledged, refused: Refused = () => {}) {
		this.#url = url
		this.#acknowledged = acknowledged
		this.#refused = refused
	}

	/** @param kinds the active writers; all by default */
	start(kinds: ('readers' | 'editor' | 'photographs')[] = ['readers', 'editor', 'photographs']): this {
		const loop = (turn: () => Promise<void>) => this.#loops.push(this.#repeat(turn))
		if (kinds.includes('readers')) for (let n = 0; n < READERS; n += 1) loop(() => this.#read(n))
		if (kinds.includes('editor')) loop(() => this.#edit())
		if (kinds.includes('photographs')) loop(() => this.#photograph())
		return this
	}

	async stop(): Promise<void> {
		this.#stopped = true
		await Promise.all(this.#loops)
	}

	async #repeat(turn: () => Promise<void>): Promise<void> {
		while (!this.#stopped) await turn().catch(() => sleep(RETRY_MS))
	}

	async #read(lane: number): Promise<void> {
		const reader = crypto.randomUUID()
		const article = `${this.#url}/news/${slugAt(1 + (lane % 3))}`
		const headers = { Cookie: `${READER_COOKIE}=${sign('reader', reader)}` }
		const mood = MOODS[lane % MOODS.length] as string
		if (this.#isDone(await post(`${article}/moods`, { mood }, { headers }), 'mood'))
			this.#acknowledged.moods.set(reader, mood)
		const stars = 1 + (lane % 5)
		if (this.#isDone(await post(`${article}/rating`, { stars: String(stars) }, { headers }), 'rating'))
			this.#acknowledged.ratings.set(reader, stars)
		const body = `Written by ${reader}`
		const comment = { body, name: 'A reader', email: 'reader@example.org' }
		if (this.#isDone(await post(`${article}/comments`, comment, { headers }), 'comment'))
			this.#acknowledged.comments.push(body)
	}

	async #edit(): Promise<void> {
		const cookie = await this.#signIn()
		for (;;) {
			this.#number += 1
			const story = 4 + (this.#number % 4)
			const headline = `A headline of the trial ${this.#number}`
			const publishes = this.#number % 2 === 0
			const saved = await sendDeskForm(`${this.#url}/desk/stories/${story}`, {
				form: 'story',
				changes: { headline },
				button: ['then', publishes ? 'publish' : 'save'],
				cookie,
			})
			if (!this.#isDone(saved, 'story')) throw new Error('not saved')
			this.#acknowledged.revisions.push(headline)
			if (publishes) this.#acknowledged.published.set(story, this.#number)
			const settings = await sendDeskForm(`${this.#url}/desk/settings`, {
				form: 'settings',
				changes: { tagline: `Line ${this.#number}` },
				button: ['then', 'save'],
				cookie,
			})
			if (!this.#isDone(settings, 'settings')) throw new Error('not saved')
			this.#acknowledged.tagline = this.#number
			if (this.#stopped) return
		}
	}

	async #photograph(): Promise<void> {
		const cookie = await this.#signIn()
		while (!this.#stopped) {
			const bytes = await noise()
			const photo = new File([Uint8Array.from(bytes)], 'noise.jpg', { type: 'image/jpeg' })
			const sent = await sendDeskForm(`${this.#url}/desk/photographs`, {
				form: 'photo',
				changes: { photo },
				button: ['then', 'add'],
				cookie,
			})
			if (!this.#isDone(sent, 'photograph')) throw new Error('not kept')
			this.#acknowledged.photos.push(createHash('sha256').update(bytes).digest('hex'))
		}
	}

	async #signIn(): Promise<string> {
		const { email, password } = OWNER
		const answer = await post(`${this.#url}/session`, { email, password, next: '/desk' })
		if (!this.#isDone(answer, 'sign-in')) throw new Error('not signed in')
		return cookieHeader(...answer.cookies)
	}

	#isDone(answer: HttpResponse, work: string): boolean {
		const done = answer.status === 303
		if (!done) this.#refused(answer, work)
		return done
	}
}

function noise(): Promise<Buffer> {
	const { width, height } = PHOTO
	return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
		.jpeg()
		.toBuffer()
}
