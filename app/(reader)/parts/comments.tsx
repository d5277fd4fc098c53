import { islandsScript } from '@/app/_http/islands-script'
import { storyPath } from '@/app/(reader)/list-paths'
import { threadData } from '@/app/(reader)/news/[slug]/thread-data'
import { pageOverride } from '@/app/(reader)/overrides'
import { JsonLd } from '@/components/articles/json-ld'
import { Comments } from '@/components/comments/comments'
import { day, type Locale } from '@/components/layout/date-time'
import { findComment } from '@/domain/comments/paging'
import { findLinkedComment } from '@/domain/comments/permalink'
import { findDraft } from '@/domain/comments/post'
import { COMMENT_LENGTH_MAX } from '@/domain/comments/text-phases'
import { listThread } from '@/domain/comments/thread'
import { ANONYMOUS, can, type Viewer } from '@/domain/permissions'
import { offersReplyMails } from '@/domain/replies/subscribe'
import { type SiteSettings, siteSettings } from '@/domain/settings'
import { messages } from '@/lib/messages/messages'
import { requestContext } from '@/lib/request-context'
import { orderOf } from '@/lib/thread-order'
import type { Part } from './part'

type Props = {
	articleId: number
	slug: string
	/** Set if readers may not comment: since when, and after how many days by themselves. */
	closed: { since: string | null; afterDays: number | null } | null
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
	render: async ({ articleId, slug, closed, page, reply, comment, ...words }, { viewer }) => {
		const settings = await siteSettings()
		const order = orderOf(words)
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
		const form = {
			identity: viewer.person ? 'nothing' : settings.commentsFrom === 'accounts' ? 'sign-in' : 'guest',
			person: viewer.person?.name ?? null,
			replyTo: parent,
			draft: draft?.body ?? '',
			lengthMax: COMMENT_LENGTH_MAX,
			refused: context.form,
			repliesByMail: offersReplyMails() && mayGetMails(viewer, settings),
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
					closed={closed && closedWords(closed, settings)}
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

/** Guests enter an address; an account may have none, and a sign-in on the way loses the wish. */
const mayGetMails = ({ person }: Viewer, { commentsFrom }: SiteSettings): boolean =>
	person ? person.email !== null : commentsFrom !== 'accounts'

function closedWords({ since, afterDays }: NonNullable<Props['closed']>, locale: Locale): string {
	const words = messages().comments
	if (!since) return words.closed
	const on = day(new Date(since), locale)
	return afterDays ? words.closedAfter(on, afterDays) : words.closedOn(on)
}
