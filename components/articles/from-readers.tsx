import { CommentBlock } from '@/components/comments/comment-block'
import { storyText } from '@/components/layout/lang'
import type { CommentBlocks, DiscussedStory, FeltStory } from '@/domain/front-page-blocks'
import { messages } from '@/lib/messages/messages'
import styles from './front-page.module.css'

type VotesProps = {
	felt: FeltStory[]
	discussed: DiscussedStory[]
	/** Limits of the blocks, which their rules state. */
	limits: { days: number; votes: number; comments: number }
}

export type FromReadersProps = VotesProps & CommentBlocks

/** Blocks filled by readers, each with its rule; blocks without content are omitted. */
export function FromReaders({ latestComments, respectedComments, ...votes }: FromReadersProps) {
	return (
		<>
			<FromVotes {...votes} />
			{latestComments.length + respectedComments.length > 0 && (
				<div className={styles.readers}>
					<CommentBlock list="latest" comments={latestComments} />
					<CommentBlock list="respected" comments={respectedComments} />
				</div>
			)}
		</>
	)
}

/** Stories by their votes and by the number of their comments. */
function FromVotes({ felt, discussed, limits }: VotesProps) {
	if (felt.length + discussed.length === 0) return null
	const words = messages()
	const { feltNow, feltRule, mostDiscussed, discussedRule, shareOfVotes } = words.article
	return (
		<div className={styles.readers}>
			{felt.length > 0 && (
				<section aria-labelledby="felt">
					<h2 id="felt">{feltNow}</h2>
					<ul>
						{felt.map(({ mood, slug, headline, percent, votes, language }) => (
							<li key={mood}>
								<p className={styles.mood} data-mood={mood}>
									{words.responses.moods[mood]} <span>{shareOfVotes(percent, votes)}</span>
								</p>
								<h3 {...storyText(language)}>
									<a href={`/news/${slug}`}>{headline}</a>
								</h3>
							</li>
						))}
					</ul>
					<p className={styles.rule}>{feltRule(limits.days, limits.votes)}</p>
				</section>
			)}
			{discussed.length > 0 && (
				<section aria-labelledby="discussed">
					<h2 id="discussed">{mostDiscussed}</h2>
					<ol>
						{discussed.map(({ slug, headline, comments, language }) => (
							<li key={slug}>
								<h3 {...storyText(language)}>
									<a href={`/news/${slug}`}>{headline}</a>
								</h3>
								<p className={styles.mood}>
									<span>{words.comments.count(comments)}</span>
								</p>
							</li>
						))}
					</ol>
					<p className={styles.rule}>{discussedRule(limits.days, limits.comments)}</p>
				</section>
			)}
		</div>
	)
}
