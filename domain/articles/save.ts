import { articles } from '@/db/schema'
import { type Tx, write } from '@/db/write'
import { isRefusal, type Refusal } from '@/lib/refusal'
import { slugify } from '@/lib/slug'
import { audit } from '../audit'
import { authorize, type StaffViewer, type Viewer } from '../permissions'
import { requireEditable } from './access'
import { normalizeFields, type StoryFields, sameStory } from './fields'
import { type Publication, publicationOf, publicationToken } from './publication'
import { type Decision, decide } from './publish'
import { countStoryWords, insertRevision } from './revisions'
import { setSlug, uniqueSlug } from './slugs'
import { findStory } from './stories'

export type SavedStory = { articleId: number; revisionId: number; slug: string }

/** Starts a story with its first revision. @throws Refusal */
export async function startStory(viewer: Viewer, input: StoryFields): Promise<SavedStory> {
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
		await audit(tx, viewer, 'start story', `article:${article.id}`, { revisionId })
		return { articleId: article.id, revisionId, slug }
	})
}

export type SaveOutcome =
	/** `refused`: why the decision was not made; the text is saved all the same. */
	| ({ kind: 'saved'; publication: Publication; refused: Refusal | null } & SavedStory)
	/** Another save came first, and nothing was written. `headRevisionId` is the newest revision. */
	| { kind: 'stale'; headRevisionId: number }
	/** The story is not in the state that the decision was made for, and nothing was written. */
	| { kind: 'overtaken'; publication: Publication }

export type SaveOptions = {
	/** The address, if it may have been changed. */
	slug?: string
	/** `expected`: the publication that the editor was shown, as a token. */
	decision?: Decision & { expected: string }
}

/**
 * Saves a story on top of `baseRevisionId`, the revision the writer started from, and in the same transaction
 * changes its address and carries out a decision with exactly that text. A text without changes makes no revision.
 *
 * @throws Refusal for fields or an address that cannot be kept; nothing is written then
 */
export async function saveStory(
	viewer: Viewer,
	articleId: number,
	baseRevisionId: number,
	input: StoryFields,
	{ slug, decision }: SaveOptions = {},
): Promise<SaveOutcome> {
	authorize(viewer, 'write stories')
	if (decision) authorize(viewer, 'publish stories')
	const fields = normalizeFields(input)
	const words = await countStoryWords(fields)
	const kept = await findStory(viewer, articleId)
	const changed = kept.headRevisionId !== baseRevisionId || !sameStory(kept.fields, fields)
	return write(async (tx): Promise<SaveOutcome> => {
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
		if (changed) await audit(tx, viewer, 'save story', `article:${articleId}`, { revisionId })
		const refused = decision ? await refusalOf(tx, viewer, { articleId, revisionId, decision }) : null
		const now = publicationOf(await requireEditable(tx, viewer, articleId))
		return { kind: 'saved', articleId, revisionId, slug: address, publication: now, refused }
	})
}

type DecisionRequest = { articleId: number; revisionId: number; decision: Decision & { expected: string } }

/**
 * Carries out the decision. What the text or a field still lacks is refused before the first write, and the save
 * beside it stands. A decision that is not possible in this state undoes the save too.
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
