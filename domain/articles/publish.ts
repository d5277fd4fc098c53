import { eq } from 'drizzle-orm'
import { type Tx, write } from '@/db'
import { type articles, revisions } from '@/db/schema'
import { oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { checkCorrection, insertCorrection } from '../corrections'
import { authorize, type StaffViewer, type Viewer } from '../permissions'
import { lockTrash } from '../trash/rows'
import { dropTrashedNames } from '../trash/story-uses'
import { requireEditable } from './access'
import { changePublication, changesOf } from './changes'
import { blockWords, checkStory } from './checklist'
import {
	DECISION_ACTIONS,
	type Decision,
	type DecisionKind,
	impossibleRefusal,
	POSSIBLE,
	permissionFor,
} from './decision'
import { publicationOf, wasPublic } from './publication'
import { datesAfter } from './publication-date'
import { currentSectionId } from './section-address'
import { stageAfter } from './stages'
import { undoDecision } from './undo'

type Article = typeof articles.$inferSelect
type Made = { revisionId: number; decision: Decision }

/**
 * Applies a decision with a revision, inside the transaction that has read the article.
 *
 * @throws Refusal before the first write
 */
export async function decide(
	tx: Tx,
	viewer: StaffViewer,
	{ article, revisionId, decision }: Made & { article: Article },
): Promise<void> {
	authorize(viewer, permissionFor(decision.kind))
	if (decision.kind === 'undo') return undoDecision(tx, viewer, article, decision.event)
	const now = new Date()
	const { state } = publicationOf(article, now)
	if (!POSSIBLE[decision.kind].includes(state)) throw impossibleRefusal(decision.kind, state)
	const values = await valuesAfter(tx, { viewer, article, revisionId, decision, now })
	const typed = decision.kind === 'publish' ? decision.correction : undefined
	const correction = typed && (await checkCorrection(tx, article, typed))
	await changePublication(tx, article, values)
	const detail = detailOf(article, values, { revisionId, decision })
	await audit(tx, viewer, DECISION_ACTIONS[decision.kind], `article:${article.id}`, detail)
	if (correction) await insertCorrection(tx, viewer, article.id, correction)
}

/** Values of a decision for its audit event, with the old and new values of the changed columns. */
function detailOf(article: Article, values: Partial<Article>, { revisionId, decision }: Made) {
	const changes = changesOf(article, values)
	if (decision.kind === 'withdraw' || decision.kind === 'change date') return changes
	// A correction and a note have events of their own.
	const { kind: _, correction: __, note: ___, ...told } = { correction: null, note: null, ...decision }
	return { revisionId, ...told, ...changes }
}

type DecisionContext = Made & { viewer: StaffViewer; article: Article; now: Date }

async function valuesAfter(tx: Tx, context: DecisionContext): Promise<Partial<Article>> {
	const { article, revisionId, decision, now } = context
	switch (decision.kind) {
		case 'submit':
		case 'recall':
		case 'approve':
		case 'return':
			return stageAfter(tx, context.viewer, article, decision)
		case 'withdraw':
			return { withdrawnAt: now, withdrawalReason: checkReason(decision.reason) }
		case 'unschedule':
			return { publishedRevisionId: null, publishAt: null, appearedAt: null, sectionId: null }
		case 'change date':
			return checkChanged(article, datesAfter(article, decision, now))
		default: {
			const dates = datesAfter(article, decision, now)
			await lockTrash(tx)
			await requireComplete(tx, revisionId, decision.kind, dates.publishAt)
			await dropTrashedNames(tx, revisionId)
			const isUpdate = wasPublic(article, now) && article.publishedRevisionId !== revisionId
			const minor = decision.kind === 'publish' && decision.minor
			return {
				stage: 'draft',
				publishedRevisionId: revisionId,
				sectionId: await sectionOf(tx, revisionId),
				...dates,
				updatedAt: isUpdate && !minor ? now : article.updatedAt,
				withdrawnAt: null,
				withdrawalReason: null,
			}
		}
	}
}

function checkChanged<Dates extends Partial<Article>>({ publishAt }: Article, dates: Dates): Dates {
	if (dates.publishAt === publishAt)
		throw new Refusal('invalid', 'The story carries this date already.', 'printedDate')
	return dates
}

/** Checks the rights to photographs at the later one of now and the publication date. */
async function requireComplete(
	tx: Tx,
	revisionId: number,
	kind: DecisionKind,
	publishAt: Date | null,
): Promise<void> {
	const now = new Date()
	const at = publishAt && publishAt > now ? publishAt : now
	const blocks = blockWords(await checkStory(revisionId, tx, at))
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
		.select({ sectionId: currentSectionId(revisions.sectionId) })
		.from(revisions)
		.where(eq(revisions.id, revisionId))
	return revision?.sectionId ?? null
}

/** Applies a decision to the newest revision. @throws Refusal `conflict` if `revisionId` is an older one */
export async function decideAbout(
	viewer: Viewer,
	articleId: number,
	decision: Decision,
	revisionId?: number,
): Promise<void> {
	authorize(viewer, permissionFor(decision.kind))
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
	/** Publication date; default now. */
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

/** Changes the publication date of a live story. @throws Refusal for a date in the future */
export const changePublicationDate = (viewer: Viewer, articleId: number, at: Date): Promise<void> =>
	decideAbout(viewer, articleId, { kind: 'change date', at })
