import type { Page } from '@playwright/test'
import { castMood } from '@/domain/moods'
import { rateArticle } from '@/domain/ratings'
import { decideBurst, listBursts } from '@/domain/votes/decisions'
import { READER_COOKIE } from '@/lib/cookies'
import { MOODS } from '@/lib/moods'
import { sign } from '@/lib/signing'
import { NEW_READERS_MAX } from '@/lib/vote-rules'
import { address } from './env'
import { reader } from './stories'
import { externalWriteNoticed, publish, signIn, viewerOf } from './test'

/** Publishes a story with counted votes and, of the same network, three moods and a rating set aside. */
export async function publishVoted(headline?: string) {
	const story = await publish(headline ? { headline } : {})
	const network = crypto.randomUUID()
	const vote = (viewer: ReturnType<typeof reader>, number: number) =>
		castMood(viewer, story.articleId, MOODS[number % MOODS.length] ?? null, network)
	for (let number = 0; number < NEW_READERS_MAX; number += 1) await vote(reader(), number)
	const late = [reader(), reader(), reader()] as const
	for (const [number, viewer] of late.entries()) await vote(viewer, number)
	await rateArticle(late[0], story.articleId, 4, network)
	return { ...story, late: late[0].readerId ?? '' }
}

/** Makes the browser that of a reader. */
export const becomeReader = (page: Page, readerId: string): Promise<void> =>
	page.context().addCookies([{ name: READER_COOKIE, value: sign('reader', readerId), url: address }])

/** Opens a story as a reader whose votes are set aside. */
export async function openVoteAside(page: Page): Promise<void> {
	const { slug, late } = await publishVoted()
	await becomeReader(page, late)
	await externalWriteNoticed()
	await page.goto(`/news/${slug}`)
}

/** Opens the counts of a story with a decision, or its votes at the desk with one that waits too. */
export function openCounts(place: 'site' | 'desk', headline?: string): (page: Page) => Promise<void> {
	return async (page) => {
		const { slug, articleId } = await publishVoted(headline)
		const editor = await viewerOf('editor')
		const [burst] = await listBursts(editor, articleId)
		const reason = `${headline ?? 'A school'} took part.`
		if (burst) await decideBurst(editor, articleId, burst.id, { outcome: 'release', reason })
		const other = crypto.randomUUID()
		for (let number = 0; number <= NEW_READERS_MAX; number += 1)
			await castMood(reader(), articleId, 'angry', other)
		await externalWriteNoticed()
		if (place === 'site') await page.goto(`/news/${slug}/counts`)
		else await signIn(page, 'owner', `/desk/stories/${articleId}/votes`)
	}
}
