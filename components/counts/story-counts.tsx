import type { ReactNode } from 'react'
import { DateTime, type Locale } from '@/components/layout/date-time'
import { langOf } from '@/components/layout/lang'
import { phrase } from '@/components/layout/phrase'
import type { StoryCounts as View } from '@/domain/votes/story-counts'
import { messages, waitingTime } from '@/lib/messages/messages'
import { MOODS } from '@/lib/moods'
import { KNOWN_READERS_MAX, NEW_READERS_MAX, PERIOD_VOTES_MIN, RETURN_HOURS } from '@/lib/vote-rules'
import styles from './counts.module.css'
import { CountsChart } from './counts-chart'
import { CountsTable } from './counts-table'

type Props = { view: View; locale: Locale }

/** How the votes of a story are counted: by time, with those set aside, the rules and the decisions of editors. */
export function StoryCounts({ view, locale }: Props) {
	const { slug, headline, language, counts } = view
	const words = messages().counts
	return (
		<div className={styles.counts}>
			<h1>{words.title}</h1>
			<p className={styles.story}>
				<a href={`/news/${slug}`} dir="auto" lang={langOf(language)}>
					{headline}
				</a>
			</p>
			<p className={styles.lead}>{words.lead}</p>
			<Totals view={view} />
			{counts.periods.length === 0 ? (
				<p className={styles.soft}>{words.few(PERIOD_VOTES_MIN)}</p>
			) : (
				<>
					<Chart view={view} locale={locale} title={words.byTime} />
					<Chart view={view} locale={locale} title={words.moodsOverTime} shares />
					<h2 id="table">{words.asTable}</h2>
					<CountsTable counts={counts} language={locale.language} label={words.asTable} />
					<p>
						<a href={`/news/${slug}/counts.csv`} download>
							{words.download}
						</a>
					</p>
				</>
			)}
			<Rules />
			<Decisions view={view} locale={locale} />
		</div>
	)
}

function Totals({ view: { counts } }: Pick<Props, 'view'>) {
	const { counts: words } = messages()
	const { moodVotes, ratings, countedLater, waiting, discarded } = counts.total
	const totals = { moodVotes, ratings, countedLater, waiting, discarded }
	return (
		<dl className={styles.totals}>
			{Object.entries(totals).map(([name, votes]) => (
				<div key={name}>
					<dt>{words[name as keyof typeof totals]}</dt>
					<dd>{words.votes(votes)}</dd>
				</div>
			))}
		</dl>
	)
}

function Chart({
	view: { counts },
	locale: { language },
	title,
	shares,
}: Props & { title: string; shares?: boolean }) {
	const { counts: words, responses } = messages()
	return (
		<figure className={styles.figure}>
			<figcaption>
				<h2>{title}</h2>
				<ul className={styles.legend}>
					{MOODS.map((mood) => (
						<li key={mood} className={styles[mood]}>
							{responses.moods[mood]}
						</li>
					))}
					{!shares && <li className={styles.aside}>{words.setAside}</li>}
				</ul>
			</figcaption>
			<CountsChart {...counts} language={language} shares={shares} />
		</figure>
	)
}

function Rules() {
	const words = messages().counts
	return (
		<section aria-labelledby="rules">
			<h2 id="rules">{words.rules}</h2>
			<ul className={styles.rules}>
				<li>{words.oneVote}</li>
				<li>{words.network(NEW_READERS_MAX, KNOWN_READERS_MAX)}</li>
				<li>{words.back(waitingTime(RETURN_HOURS * 3_600))}</li>
				<li>{words.noAddress}</li>
				<li>{words.joined(PERIOD_VOTES_MIN)}</li>
			</ul>
		</section>
	)
}

function Decisions({ view: { decisions }, locale }: Props) {
	const words = messages().counts
	if (decisions.length === 0) return null
	return (
		<section aria-labelledby="decisions">
			<h2 id="decisions">{words.decisions}</h2>
			<ol className={styles.decisions}>
				{decisions.map(({ id, outcome, votes, reason, decidedAt, undoneAt }) => (
					<li key={id}>
						<p className={styles.soft}>
							<DateTime at={decidedAt} locale={locale} style="minute" />
						</p>
						<p>{outcome === 'release' ? words.released(votes) : words.wereDiscarded(votes)}</p>
						<p dir="auto">{reason}</p>
						{undoneAt && (
							<p className={styles.soft}>
								{phrase(
									words.undone<ReactNode>(<DateTime key="at" at={undoneAt} locale={locale} style="minute" />),
								)}
							</p>
						)}
					</li>
				))}
			</ol>
		</section>
	)
}
