import { islandsScript } from '@/app/_http/islands-script'
import { storyPath } from '@/app/(reader)/list-paths'
import { threadData } from '@/app/(reader)/news/[slug]/thread-data'
import { pageOverride } from '@/app/(reader)/overrides'
import { JsonLd } from '@/components/articles/json-ld'
import type { CommentNeed } from '@/components/comments/comment-form'
import { Comments } from '@/components/comments/comments'
import { day, type Locale } from '@/components/layout/date-time'
import { findComment } from '@/domain/comments/paging'
import { findLinkedComment } from '@/domain/comments/permalink'
import { findDraft } from '@/domain/comments/post'
import { ownRestriction } from '@/domain/comments/restrictions'
import { COMMENT_LENGTH_MAX } from '@/domain/comments/text-phases'
import { listThread } from '@/domain/comments/thread'
import { emailConfirmedAt } from '@/domain/email-confirmation'
import { ANONYMOUS, can, type Viewer } from '@/domain/permissions'
import { offersReplyMails } from '@/domain/replies/subscribe'
import { type CommentsFrom, siteSettings } from '@/domain/settings'
import { env } from '@/lib/env'
import { messages } from '@/lib/messages/messages'
import { requestContext } from '@/lib/request-context'
import { isStaffRole } from '@/lib/roles'
import { orderOf } from '@/lib/thread-order'
import type { Part } from './part'

type Props = {
	articleId: number
	slug: string
	/** Set if readers may not comment: since when, after how many days by themselves, and why. */
	closed: { since: string | null; afterDays: number | null; reason: string } | null
	/** Time at which they close by themselves. */
	closesAt: string | null
	/** Whether each comment of a reader is held, and the group that may comment. */
	premoderated: boolean
	from: CommentsFrom
	/** Requested page of the comment thread, from 1. */
	page: number | null
	/** Id of the comment under reply. */
	reply: number | null
	/** Id of the comment whose address this is. */
	comment: number | null
	/** Words of the order of comments; other words are the default. */
	sort: string
	size: number | null
	view: string
}

/** Comments of a story with the comment form; overridden by a 404 for a page beyond the last. */
export const COMMENTS: Part<Props> = {
	name: 'comments',
	render: async ({ articleId, slug, page, reply, comment, ...rest }, { viewer }) => {
		const settings = await siteSettings()
		const { closed, closesAt, from } = rest
		const order = orderOf(rest)
		const draft = await findDraft(viewer, articleId)
		const replyId = reply ?? draft?.parentId ?? null
		const parent = replyId === null ? null : await findComment(ANONYMOUS, articleId, replyId, order)
		const found = comment === null ? null : await findLinkedComment(viewer, articleId, comment, order)
		const linked = found === 'gone' ? null : found
		const shown = linked?.page ?? page ?? parent?.page ?? 1
		const thread = await listThread(viewer, articleId, { page: shown, order })
		const context = requestContext()
		const override = pageOverride(page, thread.pages)
		if (override) {
			context.override = override
			return null
		}
		const [needs, restriction] = await Promise.all([needsOf(viewer, rest), ownRestriction(viewer)])
		const form = {
			needs,
			restriction,
			identity: viewer.person ? 'nothing' : from === 'accounts' ? 'sign-in' : 'guest',
			person: viewer.person?.name ?? null,
			replyTo: parent,
			draft: draft?.body ?? '',
			lengthMax: COMMENT_LENGTH_MAX,
			refused: context.form,
			repliesByMail: offersReplyMails() && mayGetMails(viewer, from),
		} as const
		const facts = threadData(slug, thread)
		return (
			<>
				<Comments
					slug={slug}
					addressOf={(place) => storyPath(slug, { order, ...place })}
					thread={thread}
					prompt={settings.commentPrompt}
					open={closed === null}
					linked={linked?.id ?? null}
					closing={closed ? closedWords(closed, settings) : closesAt && closesWords(closesAt, settings)}
					form={form}
					moderates={can(viewer, 'moderate comments')}
					script={islandsScript('thread')}
					own={viewer.person !== null || viewer.readerId !== null}
					locale={settings}
				/>
				{facts && <JsonLd facts={facts} />}
			</>
		)
	},
}

/** What else a comment needs; staff are exempt. */
async function needsOf(
	{ person }: Viewer,
	{ from, premoderated }: Pick<Props, 'from' | 'premoderated'>,
): Promise<CommentNeed[]> {
	if (isStaffRole(person?.role ?? null)) return []
	const isUnconfirmed = from === 'confirmed' && !(person && (await emailConfirmedAt(person.id)))
	const needs: CommentNeed[] = []
	if (from === 'accounts' && !person) needs.push('account')
	if (isUnconfirmed && !env.smtpUrl) needs.push('moderator')
	else if (isUnconfirmed) needs.push(person ? 'own confirmation' : 'confirmation')
	if (premoderated) needs.push('premoderation')
	return needs
}

const closesWords = (closesAt: string, locale: Locale): string =>
	messages().comments.closesOn(day(new Date(closesAt), locale))

function closedWords({ since, afterDays, reason }: NonNullable<Props['closed']>, locale: Locale): string {
	const words = messages().comments
	const on = since && day(new Date(since), locale)
	if (on && afterDays) return words.closedAfter(on, afterDays)
	// Isolated, as the reason may have another direction than the sentence.
	const isolated = `\u2068${reason}\u2069`
	if (reason) return on ? words.closedOnBecause(on, isolated) : words.closedBecause(isolated)
	return on ? words.closedOn(on) : words.closed
}

/** Guests enter an address; an account may have none, and a sign-in on the way loses the wish. */
const mayGetMails = ({ person }: Viewer, from: CommentsFrom): boolean =>
	person ? person.email !== null : from !== 'accounts'
