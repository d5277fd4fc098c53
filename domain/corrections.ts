import { asc, count, desc, eq } from 'drizzle-orm'
import { prepared, readDb, type Tx, write } from '@/db'
import { articles, corrections, revisions } from '@/db/schema'
import {
	CORRECTION_KINDS,
	CORRECTION_LENGTH_MAX,
	CORRECTION_PLACEMENTS,
	type CorrectionKind,
	type CorrectionPlacement,
} from '@/lib/corrections'
import { dependsOn, expiresAt } from '@/lib/invalidation'
import { oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { requireEditable } from './articles/access'
import { publicationOf, wasPublic } from './articles/publication'
import { languageOf } from './articles/translations'
import type { StoryName } from './articles/views'
import { audit } from './audit'
import { authorize, type StaffViewer, type Viewer } from './permissions'
import { siteSettings } from './settings'

/** Corrections per page of the public list. */
export const CORRECTIONS_PER_PAGE = 25

/** A correction as readers see it, without the name of its author. */
export type CorrectionView = {
	id: number
	kind: CorrectionKind
	placement: CorrectionPlacement
	text: string
	at: Date
}

/** A correction with its story and the language of that; null for a story without a public address. */
export type ListedCorrection = CorrectionView & {
	language: string
	story: (StoryName & { withdrawn: boolean }) | null
}

/** The fields of a correction as typed. */
export type TypedCorrection = { kind: string; placement: string; text: string }

type NewCorrection = Pick<CorrectionView, 'kind' | 'placement' | 'text'>

/** @throws Refusal `invalid` */
function checkFields(typed: TypedCorrection): NewCorrection {
	const kind = CORRECTION_KINDS.find((each) => each === typed.kind)
	const placement = CORRECTION_PLACEMENTS.find((each) => each === typed.placement)
	const text = oneLine(typed.text)
	if (!kind) throw new Refusal('invalid', 'Please choose what kind of note this is.', 'correctionKind')
	if (!placement) throw new Refusal('invalid', 'Please choose where it is shown.', 'correctionPlacement')
	if (!text) throw new Refusal('invalid', 'Please write what readers are told.', 'correctionText')
	if (text.length > CORRECTION_LENGTH_MAX)
		throw new Refusal(
			'invalid',
			`Please keep this under ${CORRECTION_LENGTH_MAX} characters; it has ${text.length}.`,
			'correctionText',
		)
	return { kind, placement, text }
}

/** Checks a correction against the story, inside a transaction that has locked it. @throws Refusal `invalid` */
export async function checkCorrection(
	tx: Tx,
	article: typeof articles.$inferSelect,
	typed: TypedCorrection,
): Promise<NewCorrection> {
	const correction = checkFields(typed)
	if (!wasPublic(article))
		throw new Refusal(
			'invalid',
			'Readers have not seen this story, so there is nothing to correct.',
			'correctionText',
		)
	const [last] = await tx
		.select()
		.from(corrections)
		.where(eq(corrections.articleId, article.id))
		.orderBy(desc(corrections.id))
		.limit(1)
	if (last?.text === correction.text && last.kind === correction.kind)
		throw new Refusal('invalid', 'Readers are told exactly this already.', 'correctionText')
	return correction
}

/** Adds a permanent correction to a story that readers have seen. @throws Refusal */
export async function addCorrection(
	viewer: Viewer,
	articleId: number,
	typed: TypedCorrection,
): Promise<number> {
	authorize(viewer, 'publish stories')
	return write(async (tx) => {
		await tx.lock('article', articleId)
		const article = await requireEditable(tx, viewer, articleId)
		return insertCorrection(tx, viewer, articleId, await checkCorrection(tx, article, typed))
	})
}

/** Inserts a correction that `checkCorrection` has returned. */
export async function insertCorrection(
	tx: Tx,
	viewer: StaffViewer,
	articleId: number,
	correction: NewCorrection,
): Promise<number> {
	const [row] = await tx
		.insert(corrections)
		.values({ articleId, ...correction, addedBy: viewer.person.id })
		.returning({ id: corrections.id })
	if (!row) throw new Error('The correction was not stored.')
	tx.changed('corrections', `article:${articleId}`)
	await audit(tx, viewer, 'add correction', `article:${articleId}`, correction)
	return row.id
}

const byArticle = prepared(['articleId'], (on, { articleId }) =>
	on
		.select({
			id: corrections.id,
			kind: corrections.kind,
			placement: corrections.placement,
			text: corrections.text,
			at: corrections.at,
		})
		.from(corrections)
		.where(eq(corrections.articleId, articleId))
		.orderBy(asc(corrections.id)),
)

/** The corrections of a story, oldest first. */
export async function correctionsOf(articleId: number): Promise<CorrectionView[]> {
	dependsOn(`article:${articleId}`)
	return byArticle(readDb(), { articleId })
}

/** A page of all corrections, newest first. */
export async function listCorrections(
	page = 1,
): Promise<{ corrections: ListedCorrection[]; page: number; pages: number }> {
	dependsOn('corrections')
	const [all] = await readDb().select({ number: count() }).from(corrections)
	const pages = Math.max(1, Math.ceil((all?.number ?? 0) / CORRECTIONS_PER_PAGE))
	const current = Math.min(Math.max(1, page), pages)
	const rows = await readDb()
		.select({ correction: corrections, article: articles, headline: revisions.headline })
		.from(corrections)
		.innerJoin(articles, eq(articles.id, corrections.articleId))
		.leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.orderBy(desc(corrections.id))
		.limit(CORRECTIONS_PER_PAGE)
		.offset((current - 1) * CORRECTIONS_PER_PAGE)
	const site = await siteSettings()
	return { corrections: rows.map((row) => listed(row, site)), page: current, pages }
}

type Row = {
	correction: typeof corrections.$inferSelect
	article: typeof articles.$inferSelect
	headline: string | null
}

function listed({ correction, article, headline }: Row, site: { language: string }): ListedCorrection {
	const { id, kind, placement, text, at } = correction
	const { state } = publicationOf(article)
	const isListed = (state === 'live' || state === 'withdrawn') && !article.deletedAt
	dependsOn(`article:${article.id}`)
	if (state === 'scheduled') expiresAt(article.publishAt)
	const language = languageOf(article, site)
	const story = isListed
		? { slug: article.slug, headline: headline ?? '', language, withdrawn: state === 'withdrawn' }
		: null
	return { id, kind, placement, text, at, language, story }
}
