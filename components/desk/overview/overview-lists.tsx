import { deskDate, deskTime, type Locale } from '@/components/desk/desk-time'
import type { Overview, OverviewStory } from '@/domain/overview'
import { cutText } from '@/lib/cut-text'
import styles from './overview.module.css'

type Props = { overview: Overview; locale: Locale }
/** `mayEditAny`: contributors would be refused the stories of others, and moderators all of them. */
type PublishedProps = Props & { mayEditAny: boolean }

/** Pending work of the viewer: held comments and own stories with unpublished text. */
export function Waiting({
	overview: { held, messages, waiting, own, rightsDue },
	locale,
	mayWrite,
}: Props & { mayWrite: boolean }) {
	return (
		<section className={styles.block} aria-labelledby="overview-waiting">
			<h2 id="overview-waiting">Waits for you</h2>
			{held && (
				<p>
					{held.count === 0 ? (
						'No comment waits for a decision.'
					) : (
						<>
							<a href="/desk/comments">{heldWords(held)}</a>
							{held.oldest && `, the oldest since ${deskTime(held.oldest, locale)}`}
						</>
					)}
				</p>
			)}
			{messages && (
				<p>
					<a href="/desk/accessibility">{messageWords(messages.count)}</a>
					{messages.oldest && `, the oldest since ${deskTime(messages.oldest, locale)}`}
				</p>
			)}
			{waiting.length > 0 && (
				<ul className={styles.stories}>
					{waiting.map(({ id, headline, bylines, inReview, dueAt }) => (
						<li key={id}>
							<span className={styles.headline} dir="auto">
								<a href={`/desk/stories/${id}`}>{headline}</a>
							</span>
							<span className={styles.soft}>
								{inReview ? 'Waits for review' : 'Assigned to you'}
								{dueAt && `, due ${deskTime(dueAt, locale)}`} <bdi>{bylines.join(', ')}</bdi>
							</span>
						</li>
					))}
				</ul>
			)}
			{rightsDue.length > 0 && <RightsDue stories={rightsDue} locale={locale} />}
			{own.length > 0 ? (
				<>
					<h3>Your stories with text that readers do not see yet</h3>
					<Stories stories={own} locale={locale} />
				</>
			) : (
				mayWrite && <p className={styles.soft}>Readers have the newest text of all your stories.</p>
			)}
		</section>
	)
}

/** Live stories with photographs of ended or soon ending rights. */
function RightsDue({ stories, locale }: { stories: Overview['rightsDue']; locale: Locale }) {
	return (
		<>
			<h3>Live, with photographs whose rights end</h3>
			<ul className={styles.stories}>
				{stories.map(({ id, headline, rightsEndOn, state }) => (
					<li key={id}>
						<span className={styles.headline} dir="auto">
							<a href={`/desk/stories/${id}`}>{headline}</a>
						</span>
						<span className={styles.soft}>
							{state === 'ended' ? 'Ended' : 'End'} on {deskDate(rightsEndOn, locale)}
						</span>
					</li>
				))}
			</ul>
			<p>
				<a href="/desk/photographs?rights=due">All these photographs</a>
			</p>
		</>
	)
}

function heldWords({ count, isMore }: NonNullable<Overview['held']>): string {
	if (count === 1) return '1 comment waits for a decision'
	return `${count} ${isMore ? 'or more comments' : 'comments'} wait for a decision`
}

function messageWords(count: number): string {
	if (count === 0) return 'No message about accessibility waits.'
	return count === 1 ? '1 message about accessibility waits' : `${count} messages about accessibility wait`
}

/** Live, scheduled and due stories. */
export function Published({ overview, locale, mayEditAny }: PublishedProps) {
	const { live, scheduled, nextFrontPage, nextAds } = overview
	return (
		<section className={styles.block} aria-labelledby="overview-published">
			<h2 id="overview-published">Live and coming</h2>
			<h3>Scheduled</h3>
			{scheduled.length > 0 ? (
				<Stories stories={scheduled} locale={locale} linked={mayEditAny} timed />
			) : (
				<p className={styles.soft}>No story is scheduled.</p>
			)}
			{nextFrontPage && (
				<p>
					<a href="/desk/front-page">The front page changes</a> {deskTime(nextFrontPage, locale)}
				</p>
			)}
			{nextAds.map(({ title, at, starts }) => (
				<p key={`${title} ${at.getTime()} ${starts}`}>
					<a href="/desk/advertisements">
						The advertisement “<bdi>{title}</bdi>” {starts ? 'starts' : 'ends'}
					</a>{' '}
					{deskTime(at, locale)}
				</p>
			))}
			<h3>Newest on the site</h3>
			{live.length > 0 ? (
				<Stories stories={live} locale={locale} linked={mayEditAny} timed />
			) : (
				<p className={styles.soft}>No story is live yet.</p>
			)}
		</section>
	)
}

type StoriesProps = { stories: OverviewStory[]; locale: Locale; linked?: boolean; timed?: boolean }

function Stories({ stories, locale, linked = true, timed = false }: StoriesProps) {
	return (
		<ul className={styles.stories}>
			{stories.map(({ id, headline, publishAt, bylines }) => (
				<li key={id}>
					<span className={styles.headline} dir="auto">
						{linked ? <a href={`/desk/stories/${id}`}>{headline}</a> : headline}
					</span>
					<span className={styles.soft}>
						{timed && publishAt && (
							<>
								<time dateTime={publishAt.toISOString()}>{deskTime(publishAt, locale)}</time>
								{bylines.length > 0 && ' · '}
							</>
						)}
						<bdi>{bylines.join(', ')}</bdi>
					</span>
				</li>
			))}
		</ul>
	)
}

/** Length in characters of a comment's excerpt. */
const EXCERPT_LENGTH = 140

/** The beginning of a long text, up to a whole word if it has words. */
const excerpt = (text: string): string =>
	text.length > EXCERPT_LENGTH ? `${cutText(text, EXCERPT_LENGTH).replace(/\s+\S*$/, '')} …` : text

/** The last approved comments. */
export function Said({ said }: Pick<Overview, 'said'>) {
	return (
		<>
			<h3>Said last</h3>
			{said.length === 0 && <p className={styles.soft}>No comment has been approved yet.</p>}
			<ul className={styles.stories}>
				{said.map(({ id, author, text, headline, slug }) => (
					<li key={id}>
						<span dir="auto">
							<strong>{author}</strong>: {excerpt(text)}
						</span>
						<span className={styles.soft}>
							<a href={`/news/${slug}/comments/${id}`} dir="auto">
								{headline}
							</a>
						</span>
					</li>
				))}
			</ul>
		</>
	)
}

/** People with a request for a page of the desk in the last minutes. */
export function Present({ present, locale }: Pick<Overview, 'present'> & { locale: Locale }) {
	return (
		<section className={styles.block} aria-labelledby="overview-present">
			<h2 id="overview-present">At the desk</h2>
			<p className={styles.soft}>
				Who opened a page of the desk in the last ten minutes, or has a story open.
			</p>
			<ul className={styles.stories}>
				{present.map(({ name, seenAt, story }) => (
					<li key={name + String(seenAt.getTime())}>
						<bdi>{name}</bdi>
						<span className={styles.soft}>
							<time dateTime={seenAt.toISOString()}>{deskTime(seenAt, locale)}</time>
							{story && (
								<>
									{', has open: '}
									<a href={`/desk/stories/${story.id}`} dir="auto">
										{story.headline}
									</a>
								</>
							)}
						</span>
					</li>
				))}
			</ul>
		</section>
	)
}
