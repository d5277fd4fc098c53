import type { Metadata } from 'next'
import { deskViewer, orErrorPage } from '@/app/desk/desk-viewer'
import { noticeIn, paramsIn, type Search } from '@/app/desk/notices'
import { CommentText } from '@/components/comments/comment-text'
import { plainBeyond } from '@/components/comments/tree'
import { CommentFilter } from '@/components/desk/comments/comment-filter'
import { CommentList } from '@/components/desk/comments/comment-list'
import { CommenterPanel } from '@/components/desk/comments/commenter-panel'
import { FormerTexts } from '@/components/desk/comments/former-texts'
import { KeptRestrictions } from '@/components/desk/comments/kept-restrictions'
import { MoreComments } from '@/components/desk/comments/more-comments'
import { PickForm } from '@/components/desk/comments/pick-form'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { deskTime, type Locale } from '@/components/desk/desk-time'
import { type Claim, standingClaims } from '@/domain/comments/claims'
import { findCommenter } from '@/domain/comments/commenter'
import { listKeptRestrictions } from '@/domain/comments/lift-kept'
import {
	type DeskComment,
	findCommentForDesk,
	listComments,
	listCommentVersions,
} from '@/domain/comments/list'
import { decisionOf } from '@/domain/comments/states'
import { parseUndo } from '@/domain/comments/undo'
import type { StaffViewer } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import {
	decideCommentsAction,
	liftKeptAction,
	liftRestrictionAction,
	pickCommentAction,
	readerNoteAction,
	restrictAuthorAction,
	undoDecisionAction,
} from './actions'
import { commenterShown } from './commenter'
import { commentsPath, fieldsOf, isFiltered, type Shown, shownIn } from './comments-path'

export const metadata: Metadata = { title: 'Comments' }

export default async function CommentsPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/comments', 'moderate comments')
	const { undo = '', ...params } = await paramsIn(searchParams)
	const { shown, comments, past } = await loadComments(deskUser, shownIn(params))
	const fields = fieldsOf(shown)
	const locale = await siteSettings()
	const former = shown.comment === null ? [] : await formerTexts(deskUser, shown.comment)
	return (
		<>
			<PageHead title="Comments" />
			<CommentFilter
				shown={shown.comment === null ? shown.state : null}
				query={shown.query}
				phase={shown.phase}
				narrowed={narrowedTo(shown, comments)}
				hidden={hiddenFields(shown)}
				all={isFiltered(shown) ? commentsPath({ ...EVERY, state: shown.state }) : null}
				addressOf={(state) => commentsPath({ ...shown, state, past: null, comment: null })}
			/>
			<CommentsBy by={shown.by} deskUser={deskUser} fields={fields} locale={locale} />
			<CommentList
				key={commentsPath(shown)}
				shown={shown.state}
				fields={fields}
				comments={rowsOf(comments, deskUser, locale, await standingClaims())}
				empty={<EmptyList shown={shown} more={past !== null} />}
				action={decideCommentsAction}
				last={{
					notice: await noticeIn(searchParams),
					undo: parseUndo(undo) ? undo : '',
					action: undoDecisionAction,
				}}
			/>
			{shown.comment !== null && comments[0]?.state === 'approved' && (
				<PickForm picked={comments[0].pickedAt !== null} fields={fields} action={pickCommentAction} />
			)}
			<FormerTexts texts={former} />
			<MoreComments
				start={shown.past === null ? null : commentsPath({ ...shown, past: null })}
				more={past === null ? null : commentsPath({ ...shown, past })}
				oldestFirst={shown.state === 'waiting'}
				isSearch={shown.query !== '' || shown.phase !== null}
			/>
			<KeptRestrictionList deskUser={deskUser} locale={locale} />
		</>
	)
}

type ByProps = { by: number | null; deskUser: StaffViewer; fields: Record<string, string>; locale: Locale }

/** The person to whose comments a list is narrowed. */
async function CommentsBy({ by, deskUser, fields, locale }: ByProps) {
	const commenter = by === null ? null : await findCommenter(deskUser, by)
	if (!commenter) return null
	return (
		<CommenterPanel
			commenter={commenterShown(commenter, locale)}
			fields={{ ...fields, author: String(by) }}
			actions={{ restrict: restrictAuthorAction, lift: liftRestrictionAction, note: readerNoteAction }}
		/>
	)
}

async function KeptRestrictionList({ deskUser, locale }: Pick<ByProps, 'deskUser' | 'locale'>) {
	const kept = (await listKeptRestrictions(deskUser)).map(({ createdAt, expiresAt, ...row }) => ({
		...row,
		since: deskTime(createdAt, locale),
		until: deskTime(expiresAt, locale),
	}))
	return <KeptRestrictions kept={kept} action={liftKeptAction} />
}

/** Comments of a screen; a single comment is found in any state. */
async function loadComments(deskUser: StaffViewer, shown: Shown) {
	if (shown.comment === null) {
		const { state, query, story, by, phase, past } = shown
		const list = await listComments(deskUser, { state, search: query, story, by, phase, past })
		return { shown, ...list }
	}
	const comment = await orErrorPage(findCommentForDesk(deskUser, shown.comment))
	return { shown: { ...shown, state: decisionOf(comment) }, comments: [comment], past: null }
}

/** The list without filters. */
const EVERY = shownIn({})

/** The story to which a list is narrowed, in words; the person has a panel of their own. */
function narrowedTo({ story, by }: Shown, [first]: DeskComment[]): string | null {
	if (by !== null) return null
	if (story !== null) return first ? `On “${first.article.headline}”.` : 'On one story.'
	return null
}

/** Fields of the list that its search keeps; the form has fields of its own for the others. */
function hiddenFields(shown: Shown): Record<string, string> {
	const { query, phase, past, comment, ...kept } = fieldsOf(shown)
	return kept
}

async function formerTexts(deskUser: StaffViewer, id: number) {
	const [versions, locale] = [await listCommentVersions(deskUser, id), await siteSettings()]
	return versions.map(({ id, body, replacedAt }) => ({
		id,
		words: <CommentText source={body} plain={false} />,
		at: replacedAt.toISOString(),
		time: deskTime(replacedAt, locale),
	}))
}

function rowsOf(
	comments: DeskComment[],
	{ person }: StaffViewer,
	locale: Locale,
	claims: ReadonlyMap<number, Claim>,
) {
	const plain = plainBeyond(comments)
	return comments.map(({ createdAt, body, readerId, state, isSpam, pickedAt: _, ...comment }) => ({
		...comment,
		decision: decisionOf({ state, isSpam }),
		claim: claimShown(claims.get(comment.id), person.id),
		links: {
			alone: commentsPath({ ...EVERY, comment: comment.id }),
			byAuthor: commentsPath({ ...EVERY, state: 'all', by: comment.id }),
			onStory: commentsPath({ ...EVERY, state: 'all', story: comment.article.id }),
		},
		words: <CommentText source={body} plain={plain.has(comment.id)} />,
		at: createdAt.toISOString(),
		time: deskTime(createdAt, locale),
	}))
}

const claimShown = (claim: Claim | undefined, personId: string) =>
	claim ? { name: claim.name, isOwn: claim.personId === personId } : null

function EmptyList({ shown, more }: { shown: Shown; more: boolean }) {
	const { state } = shown
	if (isFiltered(shown))
		return (
			<Empty
				title={`No ${state === 'all' ? '' : `${state} `}comment was found with ${shown.query ? 'these words' : 'this filter'}${more ? ' so far' : ''}.`}
			>
				<p>Words, names and headlines are searched. Other states have lists of their own.</p>
			</Empty>
		)
	if (state !== 'waiting')
		return (
			<Empty title={state === 'all' ? 'There is no comment yet.' : `No comment is ${state}.`}>
				<p>What was decided is kept here, the newest first, and can be decided anew.</p>
			</Empty>
		)
	return (
		<Empty title="Nothing waits for you.">
			<p>
				Comments that need a decision come to this page, the oldest first. Until you approve one, only its
				author sees it.
			</p>
		</Empty>
	)
}
