import { eq } from 'drizzle-orm'
import { type Tx, write } from '@/db'
import { articles, sections } from '@/db/schema'
import { oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { audit } from '../audit'
import { authorize, type Viewer } from '../permissions'
import { lockSections, requireSection } from '../sections'
import { requireEditable } from './access'
import { changesOf } from './changes'
import type { OwnChoices, SectionChoices } from './responses'

/** In characters: readers read it in the line that says since when comments are closed. */
const CLOSED_REASON_LENGTH_MAX = 200

/** Choices of the story's form; null means those of the section or the site. */
export type TypedChoices = Pick<OwnChoices, 'commentsPolicy' | 'moodsShown' | 'ratingsShown'> &
	Partial<Pick<OwnChoices, 'commentsFrom' | 'commentsClosedReason'>>

/** @throws Refusal */
export async function changeResponses(viewer: Viewer, articleId: number, typed: TypedChoices): Promise<void> {
	authorize(viewer, 'publish stories')
	const reason = checkReason(typed.commentsClosedReason)
	await write(async (tx: Tx) => {
		await tx.lock('article', articleId)
		const article = await requireEditable(tx, viewer, articleId)
		const changes = changesOf(article, { ...typed, ...closureOf(typed.commentsPolicy, reason, article) })
		if (Object.keys(changes.to).length === 0) return
		await tx.update(articles).set(changes.to).where(eq(articles.id, articleId))
		tx.changed(`article:${articleId}`)
		await audit(tx, viewer, 'change responses', `article:${articleId}`, changes)
	})
}

/** Choices of a section's form; null means those of the site. */
export type TypedSectionChoices = Omit<SectionChoices, 'commentsClosedAt'>

/** Sets how the stories of a section take comments, unless they have choices of their own. @throws Refusal */
export async function changeSectionComments(
	viewer: Viewer,
	id: number,
	typed: TypedSectionChoices,
): Promise<void> {
	authorize(viewer, 'change settings')
	const days = typed.commentsCloseAfterDays
	if (days !== null && !(Number.isInteger(days) && days >= 0))
		throw new Refusal(
			'invalid',
			'Please give a whole number, 0 or more, or nothing.',
			'commentsCloseAfterDays',
		)
	const reason = checkReason(typed.commentsClosedReason)
	await write(async (tx) => {
		await lockSections(tx)
		const section = await requireSection(tx, id)
		const values: SectionChoices = { ...typed, ...closureOf(typed.commentsPolicy, reason, section) }
		const changed = (Object.keys(values) as (keyof SectionChoices)[]).filter(
			(key) => String(values[key]) !== String(section[key]),
		)
		if (changed.length === 0) return
		await tx.update(sections).set(values).where(eq(sections.id, id))
		tx.changed('sections')
		const of = (from: SectionChoices) => Object.fromEntries(changed.map((key) => [key, from[key]]))
		await audit(tx, viewer, 'change section comments', `section:${id}`, { from: of(section), to: of(values) })
	})
}

/** Start and reason of a closure, null without one; the start stays while the reason changes. */
const closureOf = (
	policy: OwnChoices['commentsPolicy'],
	reason: string | null,
	{ commentsClosedAt }: Pick<OwnChoices, 'commentsClosedAt'>,
) =>
	policy === 'closed'
		? { commentsClosedAt: commentsClosedAt ?? new Date(), commentsClosedReason: reason }
		: { commentsClosedAt: null, commentsClosedReason: null }

function checkReason(typed: string | null | undefined): string | null {
	const reason = oneLine(typed ?? '')
	if (reason.length > CLOSED_REASON_LENGTH_MAX)
		throw new Refusal(
			'invalid',
			`Please keep the reason under ${CLOSED_REASON_LENGTH_MAX} characters.`,
			'commentsClosedReason',
		)
	return reason || null
}
