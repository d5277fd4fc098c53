import type { ReactNode } from 'react'
import { day, type Locale } from '@/components/layout/date-time'
import { langOf } from '@/components/layout/lang'
import { ListLinks } from '@/components/layout/list-links'
import { Counted } from '@/components/readers/reader-list'
import type { EditionSection, MoodEdition as View } from '@/domain/mood-edition/edition'
import type { MoodCounts } from '@/domain/mood-edition/week-counts'
import { messages } from '@/lib/messages/messages'
import { MOODS } from '@/lib/moods'
import { COUNTS_MINUTES } from '@/lib/reader-lists'
import { EDITION_STORIES_MAX, EDITION_VOTES_MIN } from '@/lib/vote-rules'
import styles from './counts.module.css'

/** Address of the mood edition, or of a week of it. */
export const editionPath = (week?: string): string => (week ? `/moods/${week}` : '/moods')

/** A week in words; its name is the local day of its Monday. */
export const weekTitle = (week: string, locale: Locale): string =>
	messages().counts.weekOf(day(new Date(`${week}T12:00Z`), { ...locale, timeZone: 'UTC' }))

type Props = { edition: View; previous: string | null; next: string | null; locale: Locale }

/** The mood votes of a week by section and story. */
export function MoodEdition({ edition, previous, next, locale }: Props) {
	const { week, total, sections } = edition
	const words = messages().counts
	return (
		<div className={styles.counts}>
			<p>
				<a href={editionPath()}>{words.edition}</a>
			</p>
			<h1>{weekTitle(week, locale)}</h1>
			{sections.length === 0 ? (
				<p className={styles.soft}>{words.noVotes}</p>
			) : (
				<>
					{sections.map((section) => (
						<Section key={section.section?.slug ?? ''} section={section} />
					))}
					<h2 id="all">{words.sum}</h2>
					<Frame label={words.sum}>
						<Row name={words.sum} counts={total} />
					</Frame>
					<p className={styles.files}>
						<a href={`${editionPath(week)}.csv`} download>
							{words.download}
						</a>{' '}
						<a href={`${editionPath(week)}.json`} download>
							{words.asJson}
						</a>
					</p>
				</>
			)}
			<p className={styles.lead}>{words.editionRule(EDITION_VOTES_MIN, EDITION_STORIES_MAX)}</p>
			<Counted view={{ countedAt: edition.countedAt, minutes: COUNTS_MINUTES }} locale={locale} />
			<nav aria-label={words.weeks} className={styles.weeks}>
				{previous && <a href={editionPath(previous)}>{words.previousWeek}</a>}{' '}
				{next && <a href={editionPath(next)}>{words.nextWeek}</a>}
			</nav>
		</div>
	)
}

function Section({ section: { section, stories, others, ...counts } }: { section: EditionSection }) {
	const words = messages().counts
	const name = section?.name ?? words.noSection
	return (
		<section>
			<h2 dir="auto">{section ? <a href={`/sections/${section.slug}`}>{name}</a> : name}</h2>
			<Frame label={name}>
				{stories.map(({ slug, headline, language, ...story }) => (
					<Row
						key={slug}
						name={
							<a href={`/news/${slug}`} dir="auto" lang={langOf(language)}>
								{headline}
							</a>
						}
						counts={story}
					/>
				))}
				{votesIn(others) > 0 && <Row name={words.otherStories} counts={others} />}
				<Row name={words.sum} counts={counts} />
			</Frame>
		</section>
	)
}

const votesIn = ({ votes, waiting, discarded }: MoodCounts): number => votes + waiting + discarded

/** A table in a frame that scrolls, also by keyboard. */
function Frame({ label, children }: { label: string; children: ReactNode }) {
	const { counts: words, responses } = messages()
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling frame is reached by keyboard.
		<section className={styles.frame} tabIndex={0} aria-label={label}>
			<table className={`${styles.table} ${styles.stories}`}>
				<thead>
					<tr>
						<th scope="col">{words.story}</th>
						{MOODS.map((mood) => (
							<th scope="col" key={mood}>
								{responses.moods[mood]}
							</th>
						))}
						<th scope="col">{words.moodVotes}</th>
						<th scope="col">{words.waiting}</th>
						<th scope="col">{words.discarded}</th>
					</tr>
				</thead>
				<tbody>{children}</tbody>
			</table>
		</section>
	)
}

function Row({ name, counts }: { name: ReactNode; counts: MoodCounts }) {
	const words = messages().counts
	return (
		<tr>
			<th scope="row">{name}</th>
			{MOODS.map((mood) => (
				<td key={mood}>{words.votes(counts.moods[mood])}</td>
			))}
			<td>{words.votes(counts.votes)}</td>
			<td>{words.votes(counts.waiting)}</td>
			<td>{words.votes(counts.discarded)}</td>
		</tr>
	)
}

/** The weeks of the edition, the newest first. */
export function EditionWeeks({ weeks, locale }: { weeks: string[]; locale: Locale }) {
	const words = messages().counts
	return (
		<div className={styles.counts}>
			<h1>{words.edition}</h1>
			<p className={styles.lead}>{words.editionLead}</p>
			<ListLinks current={editionPath()} />
			<ul className={styles.weekList}>
				{weeks.map((week) => (
					<li key={week}>
						<a href={editionPath(week)}>{weekTitle(week, locale)}</a>
					</li>
				))}
			</ul>
		</div>
	)
}
