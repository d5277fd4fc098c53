import { type Tx, write } from '@/db'
import { articles } from '@/db/schema'
import { isRefusal, type Refusal } from '@/lib/refusal'
import { slugify } from '@/lib/slug'
import { audit } from '../audit'
import { authorize, type StaffViewer, type Viewer } from '../permissions'
import { requireEditable } from './access'
import { removeAutosave } from './autosave'
import { type Decision, permissionFor } from './decision'
import { normalizeFields, type StoryFields, sameStory } from './fields'
import { type Publication, publicationOf, publicationToken } from './publication'
import { decide } from './publish'
import { countStoryWords, insertRevision } from './revisions'
import { setSlug, uniqueSlug } from './slugs'
import { dropApproval } from './stages'
import { findStory } from './stories'

export type SavedStory = { articleId: number; revisionId: number; slug: string }

/** Creates a story with its first revision, in place of the `autosave` of its form. @throws Refusal */
export async function startStory(viewer: Viewer, input: StoryFields, autosave = ''): Promise<SavedStory> {
	authorize(viewer, 'write stories')
	const fields = normalizeFields(input)
	const words = await countStoryWords(fields)
	return write(async (tx) => {
		const slug = await uniqueSlug(tx, slugify(fields.headline) || 'story')
		const [article] = await tx
			.insert(articles)
			.values({ slug, createdBy: viewer.person.id })
			.returning({ id: articles.id })
		if (!article) throw new Error('The story was not stored.')
		const revisionId = await insertRevision(tx, viewer, {
			articleId: article.id,
			parentId: null,
			fields,
			words,
		})
		await removeAutosave(tx, viewer, autosave)
		await audit(tx, viewer, 'start story', `article:${article.id}`, { revisionId })
		return { articleId: article.id, revisionId, slug }
	})
}

export type SaveOutcome =
	/** `refused`: the reason why the decision failed; the text is saved. */
	| ({ kind: 'saved'; publication: Publication; refused: Refusal | null } & SavedStory)
	/** A newer revision exists; the save wrote no rows. `headRevisionId` is the newest revision. */
	| { kind: 'stale'; headRevisionId: number }
	/** The story is not in the state that the decision expected; the save wrote no rows. */
	| { kind: 'overtaken'; publication: Publication }

export type SaveOptions = {
	/** The new slug, if the form has that field. */
	slug?: string
	/** `expected`: token of the publication shown to the editor. */
	decision?: Decision & { expected: string }
	/** Token of the form; the save replaces its autosave. */
	autosave?: string
}

/**
 * Saves a story on top of `baseRevisionId`, the revision the form was opened with; changes its slug and applies
 * a decision on exactly that text in the same transaction. An unchanged text creates no revision.
 *
 * @throws Refusal for an invalid field or slug; the transaction is rolled back
 */
export async function saveStory(
	viewer: Viewer,
	articleId: number,
	baseRevisionId: number,
	input: StoryFields,
	{ slug, decision, autosave = '' }: SaveOptions = {},
): Promise<SaveOutcome> {
	authorize(viewer, 'write stories')
	if (decision) authorize(viewer, permissionFor(decision.kind))
	const fields = normalizeFields(input)
	const words = await countStoryWords(fields)
	const kept = await findStory(viewer, articleId)
	const changed = kept.headRevisionId !== baseRevisionId || !sameStory(kept.fields, fields)
	return write(async (tx): Promise<SaveOutcome> => {
		await tx.lock('article', articleId)
		const article = await requireEditable(tx, viewer, articleId)
		if (article.headRevisionId !== baseRevisionId)
			return { kind: 'stale', headRevisionId: article.headRevisionId ?? 0 }
		const publication = publicationOf(article)
		if (decision && decision.expected !== publicationToken(publication))
			return { kind: 'overtaken', publication }
		const address = slug === undefined ? article.slug : await setSlug(tx, viewer, article, slug)
		const revisionId = changed
			? await insertRevision(tx, viewer, { articleId, parentId: baseRevisionId, fields, words })
			: baseRevisionId
		if (changed) {
			await audit(tx, viewer, 'save story', `article:${articleId}`, { revisionId })
			await dropApproval(tx, viewer, article, revisionId)
		}
		await removeAutosave(tx, viewer, autosave)
		const refused = decision ? await refusalOf(tx, viewer, { articleId, revisionId, decision }) : null
		const now = publicationOf(await requireEditable(tx, viewer, articleId))
		return { kind: 'saved', articleId, revisionId, slug: address, publication: now, refused }
	})
}

type DecisionRequest = { articleId: number; revisionId: number; decision: Decision & { expected: string } }

/**
 * Applies the decision. @returns a Refusal `invalid` (missing text or field), thrown before the first write of
 * the decision, so that the save stands
 * @throws any other Refusal, which rolls the save back
 */
async function refusalOf(tx: Tx, viewer: StaffViewer, request: DecisionRequest): Promise<Refusal | null> {
	const { articleId, revisionId } = request
	const { expected: _, ...decision } = request.decision
	try {
		const article = await requireEditable(tx, viewer, articleId)
		await decide(tx, viewer, { article, revisionId, decision: decision as Decision })
		return null
	} catch (error) {
		if (isRefusal(error) && error.code === 'invalid') return error
		throw error
	}
}
