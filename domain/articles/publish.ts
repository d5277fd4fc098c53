import { eq } from 'drizzle-orm'
import { type Tx, write } from '@/db'
import { articles, revisions } from '@/db/schema'
import { oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { checkCorrection, insertCorrection, type TypedCorrection } from '../corrections'
import { authorize, type StaffViewer, type Viewer } from '../permissions'
import { requireEditable } from './access'
import { blockWords, checkStory } from './checklist'
import { publicationOf, type StoryState, wasPublic } from './publication'
import { tagsTouchedByPublishing } from './publication-order'

type Article = typeof articles.$inferSelect

/** An editor's decision on the publication of a story. */
export type Decision =
	/** `at`: a printed date in the past, for a story that was never public. */
	| { kind: 'publish'; at?: Date; minor?: boolean; correction?: TypedCorrection }
	| { kind: 'schedule'; at: Date }
	| { kind: 'update scheduled' }
	| { kind: 'unschedule' }
	| { kind: 'withdraw'; reason: string }

type Kind = Decision['kind']

/** The states in which each decision is possible. */
const POSSIBLE: Record<Kind, StoryState[]> = {
	publish: ['draft', 'scheduled', 'live', 'withdrawn'],
	schedule: ['draft', 'scheduled'],
	'update scheduled': ['scheduled'],
	unschedule: ['scheduled'],
	withdraw: ['live'],
}

/** Actions of the audit events of decisions. */
export const DECISION_ACTIONS: Record<Kind, string> = {
	publish: 'publish story',
	schedule: 'schedule story',
	'update scheduled': 'update scheduled story',
	unschedule: 'unschedule story',
	withdraw: 'withdraw story',
}

/**
 * Applies a decision with a revision, inside the transaction that has read the article.
 *
 * @throws Refusal before the first write
 */
export async function decide(
	tx: Tx,
	viewer: StaffViewer,
	{ article, revisionId, decision }: { article: Article; revisionId: number; decision: Decision },
): Promise<void> {
	authorize(viewer, 'publish stories')
	const now = new Date()
	const { state } = publicationOf(article, now)
	if (!POSSIBLE[decision.kind].includes(state)) throw impossibleRefusal(decision.kind, state)
	const values = await valuesAfter(tx, { article, revisionId, decision, now })
	const typed = decision.kind === 'publish' ? decision.correction : undefined
	const correction = typed && (await checkCorrection(tx, article, typed))
	await tx.update(articles).set(values).where(eq(articles.id, article.id))
	const publishAt = values.publishAt ?? article.publishAt
	if (publishAt) tx.changed(...(await tagsTouchedByPublishing(tx, article.id, publishAt)))
	await audit(
		tx,
		viewer,
		DECISION_ACTIONS[decision.kind],
		`article:${article.id}`,
		detailOf(decision, revisionId),
	)
	if (correction) await insertCorrection(tx, viewer, article.id, correction)
}

function detailOf(decision: Decision, revisionId: number): Record<string, unknown> {
	if (decision.kind === 'withdraw') return { reason: decision.reason }
	// A correction has an event of its own.
	const { kind: _, correction: __, ...detail } = { correction: undefined, ...decision }
	return { revisionId, ...detail }
}

function impossibleRefusal(kind: Kind, state: StoryState): Refusal {
	if (state === 'live')
		return new Refusal(
			'conflict',
			'Readers can see this story already, so it cannot be scheduled or taken back. Publish an update, or withdraw it with a reason.',
		)
	if (state === 'withdrawn')
		return new Refusal(
			'conflict',
			'This story is withdrawn. It can be published again, with the day it first appeared, but not scheduled.',
		)
	return new Refusal(
		'conflict',
		kind === 'withdraw'
			? 'Readers have not seen this story, so there is nothing to withdraw.'
			: 'This story is not scheduled.',
	)
}

type DecisionContext = { article: Article; revisionId: number; decision: Decision; now: Date }

async function valuesAfter(tx: Tx, context: DecisionContext): Promise<Partial<Article>> {
	const { article, revisionId, decision, now } = context
	switch (decision.kind) {
		case 'withdraw':
			return { withdrawnAt: now, withdrawalReason: checkReason(decision.reason) }
		case 'unschedule':
			return { publishedRevisionId: null, publishAt: null, sectionId: null }
		default: {
			const publishAt = timeAfter(context)
			await requireComplete(tx, revisionId, decision.kind)
			const isUpdate = wasPublic(article, now) && article.publishedRevisionId !== revisionId
			const minor = decision.kind === 'publish' && decision.minor
			return {
				publishedRevisionId: revisionId,
				sectionId: await sectionOf(tx, revisionId),
				publishAt,
				updatedAt: isUpdate && !minor ? now : article.updatedAt,
				withdrawnAt: null,
				withdrawalReason: null,
			}
		}
	}
}

/** The publish date. It stays the first one, also when a withdrawn story is published again. */
function timeAfter({ article, decision, now }: DecisionContext): Date {
	if (decision.kind === 'schedule') {
		if (decision.at <= now)
			throw new Refusal('invalid', 'That time has passed. Please choose a later one.', 'at')
		return decision.at
	}
	const keepsTime = decision.kind === 'update scheduled' || wasPublic(article, now)
	if (keepsTime && article.publishAt) return article.publishAt
	return decision.kind === 'publish' && decision.at && decision.at < now ? decision.at : now
}

async function requireComplete(tx: Tx, revisionId: number, kind: Kind): Promise<void> {
	const blocks = blockWords(await checkStory(revisionId, tx))
	const not = kind === 'publish' ? 'Not published.' : 'Not scheduled.'
	if (blocks.length > 0) throw new Refusal('invalid', `${not} ${blocks.join(' ')}`, 'publish')
}

/** In characters: the public reason is a sentence or two, shown in place of the story. */
export const WITHDRAWAL_REASON_LENGTH_MAX = 500

function checkReason(text: string): string {
	const reason = oneLine(text)
	if (!reason) throw new Refusal('invalid', 'Please tell readers why; the reason is shown to them.', 'reason')
	if (reason.length > WITHDRAWAL_REASON_LENGTH_MAX)
		throw new Refusal(
			'invalid',
			`Please keep the reason under ${WITHDRAWAL_REASON_LENGTH_MAX} characters.`,
			'reason',
		)
	return reason
}

async function sectionOf(tx: Tx, revisionId: number): Promise<number | null> {
	const [revision] = await tx
		.select({ sectionId: revisions.sectionId })
		.from(revisions)
		.where(eq(revisions.id, revisionId))
	return revision?.sectionId ?? null
}

/** Applies a decision to the newest revision. @throws Refusal `conflict` if `revisionId` is an older one */
async function decideAbout(viewer: Viewer, articleId: number, decision: Decision, revisionId?: number) {
	authorize(viewer, 'publish stories')
	await write(async (tx) => {
		await tx.lock('article', articleId)
		const article = await requireEditable(tx, viewer, articleId)
		const head = article.headRevisionId ?? 0
		if (revisionId !== undefined && revisionId !== head)
			throw new Refusal(
				'conflict',
				'Somebody saved this story meanwhile. Please look at it again before publishing.',
			)
		await decide(tx, viewer, { article, revisionId: head, decision })
	})
}

export type PublishOptions = {
	/** The revision shown to the editor; refused if a newer one exists. */
	revisionId: number
	/** Publish date; default now. */
	at?: Date | null
	/** A minor change: the page keeps its "Updated" time. */
	minor?: boolean
}

/** Publishes or schedules a revision. @throws Refusal naming what is missing */
export const publishStory = (viewer: Viewer, articleId: number, options: PublishOptions): Promise<void> => {
	const { revisionId, at, minor } = options
	const decision: Decision =
		at && at > new Date()
			? { kind: 'schedule', at }
			: { kind: 'publish', at: at ?? undefined, ...(minor && { minor }) }
	return decideAbout(viewer, articleId, decision, revisionId)
}

/** Unschedules a story: it is a draft again. @throws Refusal */
export const unscheduleStory = (viewer: Viewer, articleId: number): Promise<void> =>
	decideAbout(viewer, articleId, { kind: 'unschedule' })

/** Withdraws a story. Its address then answers 410 with the reason. @throws Refusal */
export const withdrawStory = (viewer: Viewer, articleId: number, reason: string): Promise<void> =>
	decideAbout(viewer, articleId, { kind: 'withdraw', reason })
