import { eq } from 'drizzle-orm'
import { articles, revisions } from '@/db/schema'
import { type Tx, write } from '@/db/write'
import { oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { demand, type Viewer } from '../permissions'
import { demandMine } from './access'
import { tagsOfAppearance } from './appearance'
import { checkStory } from './checklist'

export type PublishWish = {
	/** What the editor looked at; a save made since is not published unseen. */
	revisionId: number
	/** When readers see it; now if absent. */
	at?: Date | null
	/** A change too small to tell readers about: the page keeps its "Updated" time. */
	minor?: boolean
}

/** Puts a revision before readers, now or at an instant to come. @throws Refusal naming what is missing */
export async function publishStory(viewer: Viewer, articleId: number, wish: PublishWish): Promise<void> {
	demand(viewer, 'publish stories')
	const { blocks } = await checkStory(wish.revisionId)
	if (blocks.length > 0) throw new Refusal('invalid', `Not published. ${blocks.join(' ')}`, 'publish')
	await write(async (tx) => {
		const article = await demandMine(tx, viewer, articleId)
		if (article.headRevisionId !== wish.revisionId)
			throw new Refusal(
				'conflict',
				'Somebody saved this story meanwhile. Please look at it again before publishing.',
			)
		const now = new Date()
		// A story keeps the day it first appeared, also when it comes back after being withdrawn.
		const wasPublic = article.publishAt !== null && article.publishAt <= now
		const publishAt = wasPublic && article.publishAt ? article.publishAt : (wish.at ?? now)
		const isUpdate = wasPublic && article.publishedRevisionId !== wish.revisionId
		await tx
			.update(articles)
			.set({
				publishedRevisionId: wish.revisionId,
				sectionId: await sectionOf(tx, wish.revisionId),
				publishAt,
				updatedAt: isUpdate && !wish.minor ? now : article.updatedAt,
				withdrawnAt: null,
				withdrawalReason: null,
			})
			.where(eq(articles.id, articleId))
		tx.changed(...(await tagsOfAppearance(tx, articleId, publishAt)))
		const action = wish.at && wish.at > now && !wasPublic ? 'schedule story' : 'publish story'
		await audit(tx, viewer, action, `article:${articleId}`, { revisionId: wish.revisionId })
	})
}

/** The longest public reason: a sentence or two, shown in place of the story. */
export const WITHDRAWAL_REASON_LENGTH_MAX = 500

/** Takes a story from readers. Its address then answers 410 with the reason. */
export async function withdrawStory(viewer: Viewer, articleId: number, reason: string): Promise<void> {
	demand(viewer, 'publish stories')
	const withdrawalReason = oneLine(reason)
	if (!withdrawalReason)
		throw new Refusal('invalid', 'Please tell readers why; the reason is shown to them.', 'reason')
	if (withdrawalReason.length > WITHDRAWAL_REASON_LENGTH_MAX)
		throw new Refusal(
			'invalid',
			`Please keep the reason under ${WITHDRAWAL_REASON_LENGTH_MAX} characters.`,
			'reason',
		)
	await write(async (tx) => {
		const article = await demandMine(tx, viewer, articleId)
		if (!article.publishedRevisionId) throw new Refusal('invalid', 'This story is not published.', 'reason')
		await tx
			.update(articles)
			.set({ withdrawnAt: new Date(), withdrawalReason })
			.where(eq(articles.id, articleId))
		if (article.publishAt) tx.changed(...(await tagsOfAppearance(tx, articleId, article.publishAt)))
		await audit(tx, viewer, 'withdraw story', `article:${articleId}`, { reason: withdrawalReason })
	})
}

async function sectionOf(tx: Tx, revisionId: number): Promise<number | null> {
	const [revision] = await tx
		.select({ sectionId: revisions.sectionId })
		.from(revisions)
		.where(eq(revisions.id, revisionId))
	return revision?.sectionId ?? null
}
