import { DateTime, type Locale } from '@/components/layout/date-time'
import { phrase } from '@/components/layout/phrase'
import type { Notice } from '@/domain/reader-notices/list'
import { messages, waitingTime } from '@/lib/messages/messages'
import { UNREAD_MAX } from '@/lib/unread-max'
import { RETURN_HOURS } from '@/lib/vote-rules'
import { OwnStory } from './own-list'
import styles from './people.module.css'

/** Title of the page, with the number of unread notices. */
export function noticesTitle(unread: number): string {
	const { title, titled } = messages().notices
	return unread === 0 ? title : titled(Math.min(unread, UNREAD_MAX), unread > UNREAD_MAX)
}

/** Button that marks all notices as read. */
export function MarkNotices({ until }: { until: Date }) {
	return (
		<form method="post" action="/account/notices/seen">
			<input type="hidden" name="until" value={until.getTime()} />
			<button type="submit" className="form-quiet">
				{messages().notices.markAll}
			</button>
		</form>
	)
}

/** A notice with its story, which links to the comment if it has a page. */
export function NoticeRow({ notice, locale }: { notice: Notice; locale: Locale }) {
	const { at, unread, story } = notice
	return (
		<li className={unread ? styles.unread : undefined}>
			<p className={styles.ownHead}>
				<OwnStory story={story} path={pathOf(notice)} />{' '}
				<span>
					{unread && <strong className={styles.mark}>{messages().notices.unread}</strong>}{' '}
					<DateTime at={at} locale={locale} />
				</span>
			</p>
			<p>
				<Line notice={notice} />
			</p>
			<Reason notice={notice} />
		</li>
	)
}

/** Path below the story: that of a comment with a page. */
function pathOf({ kind, ...notice }: Notice): string {
	if (kind === 'vote' || kind === 'removed') return ''
	if (kind === 'reply') return `/comments/${'id' in notice ? notice.id : ''}`
	return `/comments/${notice.commentId}`
}

function Line({ notice }: { notice: Notice }) {
	const { notices: words, responses, voting } = messages()
	switch (notice.kind) {
		case 'reply':
			return phrase(words.reply(<bdi key="author">{notice.author}</bdi>))
		case 'removed':
			return notice.heldBefore ? words.notPublished : words.removed
		case 'undone':
			return notice.isPublic ? words.undonePublic : words.undoneWaits
		case 'respects':
			return words.respects(notice.count)
		case 'vote': {
			const { given, state } = notice
			const vote = 'mood' in given ? responses.moods[given.mood] : voting.stars(given.stars)
			return `${vote}: ${state === 'counted' ? words.counted : state === 'waiting' ? voting.voteWaits(waitingTime(RETURN_HOURS * 3_600)) : voting.voteDiscarded}`
		}
		default:
			return words[notice.kind]
	}
}

/** The reason of a decision: rule, scope and the part of machines, or the answer to a complaint. */
function Reason({ notice }: { notice: Notice }) {
	const { complaints, decisions, notices: words } = messages()
	if (notice.kind === 'vote')
		return notice.reason ? (
			<p className={styles.removes} dir="auto">
				{words.reason(notice.reason)}
			</p>
		) : null
	if (notice.kind === 'complaint')
		return (
			<>
				<p className={styles.removes}>{notice.upheld ? complaints.upheldForAuthor : complaints.rejected}</p>
				{notice.answer && (
					<p className={styles.words} dir="auto">
						{notice.answer}
					</p>
				)}
			</>
		)
	if (notice.kind !== 'removed') return null
	const { rule, law, heldBefore, inForce, commentId, story } = notice
	return (
		<p className={styles.removes}>
			{rule ? decisions.byRule(decisions.rules[rule]) : decisions.byLaw(law)} {inForce && decisions.scopeText}{' '}
			{heldBefore ? decisions.heldBefore : decisions.noMachine}{' '}
			{inForce && (
				<a href={`/decisions/${commentId}`} aria-label={story ? decisions.whyOf(story.headline) : undefined}>
					{decisions.why}
				</a>
			)}
		</p>
	)
}
